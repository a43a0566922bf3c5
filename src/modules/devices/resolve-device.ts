import { isIP } from "node:net";
import Type from "typebox";
import { type Handle, raw, sql } from "../../db/index.ts";
import { conflict, notFound, object, operation } from "../../kernel/index.ts";
import { Device, deviceExample } from "./device.ts";
import { devices } from "./device-store.ts";

export const resolveDevice = operation({
	id: "devices.resolve",
	module: "devices",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/devices/resolve",
	summary: "Find the one device that a name, an address or a label means.",
	description:
		"The first that matches wins: the exact name; the name with a probe's number behind it; the address; the display name. What several devices share, in one account or over several, names none of them.",
	input: object({ named: Type.String({ minLength: 1, maxLength: 300 }) }),
	output: Device,
	example: { input: { named: "192.0.2.10" }, output: deviceExample },
	async handler(ctx, { named }) {
		const found = await findNamed(ctx.db, ctx.accountIds, named);
		const best = found.filter(({ match }) => match === found[0]?.match);
		const [device] = best;
		if (!device) throw notFound("device", named);
		if (best.length > 1)
			throw conflict(
				"device_ambiguous",
				`${named} is the ${words[device.match] ?? "name"} of several devices.`,
				{ named },
			);
		return device;
	},
});

const words: Readonly<Record<number, string>> = {
	3: "address",
	4: "display name",
};

/** Each probe numbers what it owns from its own number times this; a name seen from outside may end in the first such number. */
const PROBE_RANGE = 10_000_000_000;

/** Devices that the text may mean, the surest first; two of each way of matching are enough to know of several. */
async function findNamed(
	db: Handle,
	accountIds: readonly string[],
	named: string,
): Promise<(Device & { match: number })[]> {
	const [, name = null, suffix = "0"] = /^(.+)\.(\d{11,16})$/.exec(named) ?? [];
	const probeNumber = Math.floor(Number(suffix) / PROBE_RANGE);
	const { columns, from } = devices.plan;
	const address = isIP(named) === 0 || named.includes("%") ? null : named;
	return db.query<Device & { match: number }>(sql`
		select ${raw(columns)}, candidate.match from (
			(select 1 as match, account_id, id from devices where account_id = any(${accountIds}::bigint[]) and name = ${named} limit 2)
			union all (select 2, d.account_id, d.id from devices d join probes q on q.account_id = d.account_id and q.id = d.probe_id
				where d.account_id = any(${accountIds}::bigint[]) and d.name = ${name} and q.number = ${probeNumber}::bigint limit 2)
			union all (select 3, account_id, id from devices where account_id = any(${accountIds}::bigint[]) and ip_address = ${address}::inet limit 2)
			union all (select 4, account_id, id from devices where account_id = any(${accountIds}::bigint[]) and display_name = ${named} limit 2)) candidate
		join ${raw(from)} on t.account_id = candidate.account_id and t.id = candidate.id
		order by candidate.match, t.id`);
}
