import { isIP } from "node:net";
import Type from "typebox";
import { type Handle, raw, sql } from "../../db/index.ts";
import { conflict, notFound, object, operation } from "../../kernel/index.ts";
import { Device, deviceExample } from "./device.ts";
import { DEVICE_COLUMNS, DEVICE_FROM } from "./device-store.ts";

export const resolveDevice = operation({
	id: "devices.resolve",
	module: "devices",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/devices/resolve",
	summary: "Find the one device that a name, an address or a label means.",
	description:
		"The first that matches wins: the exact name; the name with a probe's number behind it; the address; the display name. An address or a label that several devices share names none of them.",
	input: object({ named: Type.String({ minLength: 1, maxLength: 300 }) }),
	output: Device,
	example: { input: { named: "192.0.2.10" }, output: deviceExample },
	async handler(ctx, { named }) {
		const found = await findNamed(ctx.db, ctx.account.id, named);
		const best = found.filter(({ match }) => match === found[0]?.match);
		const [device] = best;
		if (!device) throw notFound("device", named);
		if (best.length > 1)
			throw conflict(
				"device_ambiguous",
				`${named} is the ${device.match === 3 ? "address" : "display name"} of several devices.`,
				{ named },
			);
		return device;
	},
});

/** Each probe numbers what it owns from its own number times this; a name seen from outside may end in the first such number. */
const PROBE_RANGE = 10_000_000_000;

/** Devices that the text may mean, the surest first; two of each way of matching are enough to know of several. */
async function findNamed(
	db: Handle,
	accountId: string,
	named: string,
): Promise<(Device & { match: number })[]> {
	const [, name = null, suffix = "0"] = /^(.+)\.(\d{11,16})$/.exec(named) ?? [];
	const probeNumber = Math.floor(Number(suffix) / PROBE_RANGE);
	const address = isIP(named) === 0 || named.includes("%") ? null : named;
	return db.query<Device & { match: number }>(sql`
		select ${raw(DEVICE_COLUMNS)}, candidate.match from (
			select 1 as match, id from devices where account_id = ${accountId} and name = ${named}
			union all select 2, d.id from devices d join probes q on q.account_id = d.account_id and q.id = d.probe_id
				where d.account_id = ${accountId} and d.name = ${name} and q.number = ${probeNumber}::bigint
			union all (select 3, id from devices where account_id = ${accountId} and ip_address = ${address}::inet limit 2)
			union all (select 4, id from devices where account_id = ${accountId} and display_name = ${named} limit 2)) candidate
		join ${raw(DEVICE_FROM)} on t.account_id = ${accountId} and t.id = candidate.id
		order by candidate.match, t.id`);
}
