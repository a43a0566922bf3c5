import { isIP } from "node:net";
import { type Handle, sql } from "../../db/index.ts";
import {
	type Context,
	conflict,
	invalid,
	requireReferred,
} from "../../kernel/index.ts";
import { probes } from "../probes/index.ts";
import { regions } from "../regions/index.ts";
import type { DeviceValues } from "./device-store.ts";

/**
 * What must hold of a device beside the form of its fields.
 * @throws invalid (`ip`, `unknown_probe`, `unknown_region`), conflict (`device_exists`, `mac_address_exists`)
 */
export async function requireSound(
	ctx: Context,
	device: DeviceValues,
	exceptId: string | null,
): Promise<void> {
	const { ip_address: address } = device;
	if (address !== null && (isIP(address) === 0 || address.includes("%")))
		throw invalid(
			"ip_address",
			"ip",
			"ip_address must be an IPv4 or IPv6 address",
		);
	await requireReferred(ctx, probes, "probe_id", device.probe_id);
	await requireReferred(ctx, regions, "region_id", device.region_id);
	const twin = await findTwin(ctx.db, ctx.account.id, device, exceptId);
	if (!twin) return;
	throw conflict(
		twin.field === "mac_address" ? "mac_address_exists" : "device_exists",
		`The device ${twin.name} has this ${words[twin.field]} already.`,
		{ ...twin },
	);
}

const words = {
	name: "name",
	ip_address: "address at the same probe",
	mac_address: "MAC address",
} as const;

interface Twin {
	field: keyof typeof words;
	id: string;
	name: string;
}

/** Two monitored devices at one probe cannot be told apart by their address; elsewhere the same address may be used. */
async function findTwin(
	db: Handle,
	accountId: string,
	device: DeviceValues,
	exceptId: string | null,
): Promise<Twin | undefined> {
	const address = device.kind === "monitored" ? device.ip_address : null;
	const [twin] = await db.query<Twin>(sql`
		select * from (
			select 'name' as field, id, name from devices where account_id = ${accountId} and name = ${device.name}
			union all select 'ip_address', id, name from devices where account_id = ${accountId} and ip_address = ${address}::inet
				and kind = 'monitored' and probe_id is not distinct from ${device.probe_id}::bigint
			union all select 'mac_address', id, name from devices where account_id = ${accountId} and mac_address = ${device.mac_address}
		) twins where id is distinct from ${exceptId}::bigint limit 1`);
	return twin;
}
