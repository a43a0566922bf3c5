import Type from "typebox";
import { sql } from "../../db/index.ts";
import { Id, object, operation, Timestamp } from "../../kernel/index.ts";
import { visibleKey } from "./key-rights.ts";

const DAY_MS = 86_400_000;
const DAYS_DEFAULT = 7;

const OperationUsage = object({
	operation: Type.String(),
	calls: Type.Integer(),
	refusals: Type.Integer(),
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
	input: object({
		id: Id,
		since: Type.Optional(
			Type.String({
				format: "date-time",
				description: "Counted by whole hours; seven days ago unless said",
			}),
		),
	}),
	output: object({
		id: Id,
		since: Timestamp,
		calls: Type.Integer(),
		refusals: Type.Integer(),
		operations: Type.Array(OperationUsage),
	}),
	example: {
		input: { id: "1000071" },
		output: {
			id: "1000071",
			since: "2026-01-05T09:00:00.000Z",
			calls: 12,
			refusals: 1,
			operations: [
				{
					operation: "devices.list",
					calls: 12,
					refusals: 1,
					last_hour: "2026-01-11T17:00:00.000Z",
					last_address: "192.0.2.10",
				},
			],
		},
	},
	async handler(ctx, { id, since }) {
		await visibleKey(ctx, id);
		const from = since
			? new Date(since)
			: new Date(ctx.now.getTime() - DAYS_DEFAULT * DAY_MS);
		const rows = await ctx.db.query<{
			operation: string;
			calls: string;
			refusals: string;
			last_hour: Date;
			last_address: string;
		}>(sql`select operation, sum(calls) as calls, sum(refusals) as refusals, max(hour) as last_hour,
			(array_agg(last_address order by hour desc))[1] as last_address
			from credential_usage where account_id = ${ctx.account.id} and credential_id = ${id} and hour >= date_trunc('hour', ${from}::timestamptz)
			group by operation order by sum(calls) desc, operation`);
		const operations = rows.map(({ calls, refusals, last_hour, ...rest }) => ({
			...rest,
			calls: Number(calls),
			refusals: Number(refusals),
			last_hour: last_hour.toISOString(),
		}));
		return {
			id,
			since: from.toISOString(),
			calls: sum(operations.map(({ calls }) => calls)),
			refusals: sum(operations.map(({ refusals }) => refusals)),
			operations,
		};
	},
});

function sum(figures: readonly number[]): number {
	return figures.reduce((total, figure) => total + figure, 0);
}
