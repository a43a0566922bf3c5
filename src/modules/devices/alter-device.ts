import { type Context, invalid } from "../../kernel/index.ts";
import type { Device } from "./device.ts";
import { requireSound } from "./device-rules.ts";
import { changeDevice, type DeviceValues, devices } from "./device-store.ts";
import { requireShortName } from "./new-device.ts";

/** Changes some fields of a device under its lock and tells the audit log; fields left out stay. */
export async function alterDevice(
	ctx: Context,
	id: string,
	changes: { [field in keyof DeviceValues]?: DeviceValues[field] | undefined },
): Promise<Device> {
	const before = await devices.getForChange(ctx, id);
	requireRenamable(before, changes.name);
	const device = { ...before, ...changes } as DeviceValues;
	await requireSound(ctx, device, id);
	await changeDevice(ctx.db, ctx.account.id, id, device);
	const after = await devices.get(ctx, id);
	ctx.audit({ before, after });
	return after;
}

/** Clients hold on to the name of a monitored device as its key; people rename its display name instead. */
function requireRenamable(before: Device, name: string | undefined): void {
	if (name === undefined || name === before.name) return;
	if (before.kind === "monitored")
		throw invalid(
			"name",
			"immutable",
			"the name of a monitored device stays; change display_name",
		);
	requireShortName(name);
}
