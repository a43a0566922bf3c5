import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	Id,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { visibleKey } from "./key-rights.ts";
import {
	AddressOfUse,
	addressesOf,
	RefusedCall,
	refusalsOf,
} from "./key-trace.ts";
import {
	HourOfUse,
	hourOf,
	usageByHour,
	usageFigures,
} from "./usage-by-hour.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS_DEFAULT = 7;
const KEPT_MS = 90 * DAY_MS;

const OperationUsage = object({
	operation: Type.String(),
	...usageFigures,
	last_hour: Type.String({
		format: "date-time",
		description: "The hour of the last call, UTC",
	}),
	last_address: Type.String(),
});

export const getKeyUsage = operation({
	id: "keys.usage",
	module: "keys",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/keys/{id}/usage",
	summary: "Read what a key was used for lately, most used first.",
	description:
		"With the addresses it was used from, by whole days, and the last calls that rights refused in this account; those in other accounts are in their logs. Figures are kept for 90 days.",
	input: object({
		id: Id,
		since: Type.Optional(
			Type.String({
				format: "date-time",
				description: "Counted by whole hours; seven days ago unless said",
			}),
		),
		hours: Type.Optional(
			Type.Boolean({ description: "Also answer `hours`, one by one" }),
		),
	}),
	output: object({
		id: Id,
		since: Timestamp,
		...usageFigures,
		operations: Type.Array(OperationUsage),
		addresses: Type.Array(AddressOfUse),
		refused: Type.Array(RefusedCall),
		hours: Type.Optional(Type.Array(HourOfUse)),
	}),
	example: {
		input: { id: "1000071" },
		output: {
			id: "1000071",
			since: "2026-01-05T09:00:00.000Z",
			calls: 12,
			refusals: 1,
			limited: 0,
			operations: [
				{
					operation: "devices.list",
					calls: 12,
					refusals: 1,
					limited: 0,
					last_hour: "2026-01-11T17:00:00.000Z",
					last_address: "192.0.2.10",
				},
			],
			addresses: [
				{
					address: "192.0.2.10",
					calls: 12,
					refusals: 1,
					limited: 0,
					last_at: "2026-01-11T17:20:00.000Z",
				},
			],
			refused: [
				{
					event_id: "1000070",
					at: "2026-01-11T17:20:00.000Z",
					operation: "devices.list",
					reason: "key_access",
					address: "192.0.2.10",
				},
			],
		},
	},
	async handler(ctx, { id, since, hours }) {
		await visibleKey(ctx, id);
		const from = since
			? new Date(Math.max(Date.parse(since), ctx.now.getTime() - KEPT_MS))
			: new Date(ctx.now.getTime() - DAYS_DEFAULT * DAY_MS);
		const [operations, addresses, refused, byHour] = await Promise.all([
			operationsOf(ctx, id, from),
			addressesOf(ctx, id, from),
			refusalsOf(ctx, id, from),
			hours ? hoursOf(ctx, id, from) : undefined,
		]);
		const total = (figure: keyof typeof usageFigures) =>
			operations.reduce((sum, operation) => sum + operation[figure], 0);
		return {
			id,
			since: from.toISOString(),
			calls: total("calls"),
			refusals: total("refusals"),
			limited: total("limited"),
			operations,
			addresses,
			refused,
			...(byHour && { hours: byHour }),
		};
	},
});

function hoursOf(ctx: Context, credentialId: string, from: Date) {
	const to = new Date(hourOf(ctx.now).getTime() + HOUR_MS);
	return usageByHour(ctx, { from: hourOf(from), to, credentialId });
}

async function operationsOf(
	{ db, account }: Context,
	id: string,
	from: Date,
): Promise<Static<typeof OperationUsage>[]> {
	const rows = await db.query<{
		operation: string;
		calls: string;
		refusals: string;
		limited: string;
		last_hour: Date;
		last_address: string;
	}>(sql`select operation, sum(calls) as calls, sum(refusals) as refusals, sum(limited) as limited, max(hour) as last_hour,
		(array_agg(last_address order by hour desc))[1] as last_address
		from credential_usage where account_id = ${account.id} and credential_id = ${id} and hour >= date_trunc('hour', ${from}::timestamptz)
		group by operation order by sum(calls + limited) desc, operation`);
	return rows.map(({ calls, refusals, limited, last_hour, ...rest }) => ({
		...rest,
		calls: Number(calls),
		refusals: Number(refusals),
		limited: Number(limited),
		last_hour: last_hour.toISOString(),
	}));
}
