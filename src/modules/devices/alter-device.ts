import {
	type Context,
	checkVersion,
	invalid,
	notFound,
} from "../../kernel/index.ts";
import type { Device } from "./device.ts";
import { requireSound } from "./device-rules.ts";
import {
	changeDevice,
	type DeviceValues,
	findDevice,
	lockDevice,
} from "./device-store.ts";
import { requireShortName } from "./new-device.ts";

/** Changes some fields of a device under its lock and tells the audit log; fields left out stay. */
export async function alterDevice(
	ctx: Context,
	id: string,
	changes: { [field in keyof DeviceValues]?: DeviceValues[field] | undefined },
): Promise<Device> {
	const row = await lockDevice(ctx.db, ctx.account.id, id);
	if (!row) throw notFound("device", id);
	checkVersion(ctx, row);
	const read = () => findDevice(ctx.db, ctx.account.id, id);
	const before = (await read()) as Device;
	requireRenamable(before, changes.name);
	const device = { ...before, ...changes } as DeviceValues;
	await requireSound(ctx, device, id);
	await changeDevice(ctx.db, ctx.account.id, id, device);
	const after = (await read()) as Device;
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
