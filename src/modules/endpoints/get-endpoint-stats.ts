import Type from "typebox";
import { sql } from "../../db/index.ts";
import { object, operation } from "../../kernel/index.ts";

const Count = object({ value: Type.String(), count: Type.Integer() });

export const getEndpointStats = operation({
	id: "endpoints.stats",
	module: "endpoints",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/endpoint-stats",
	summary: "Count endpoints by status, operating system and agent version.",
	input: object({}),
	output: object({
		total: Type.Integer(),
		connected: Type.Integer(),
		approval_required: Type.Integer(),
		by_status: Type.Array(Count),
		by_os: Type.Array(Count),
		by_agent_version: Type.Array(Count),
	}),
	example: {
		input: {},
		output: {
			total: 3,
			connected: 2,
			approval_required: 0,
			by_status: [
				{ value: "Protected", count: 2 },
				{ value: "Off", count: 1 },
			],
			by_os: [{ value: "Linux", count: 3 }],
			by_agent_version: [{ value: "0.31.0", count: 3 }],
		},
	},
	async handler(ctx) {
		const rows = await ctx.db.query<{
			by: "status" | "os" | "agent_version" | null;
			value: string | null;
			count: number;
			connected: number;
			waiting: number;
		}>(sql`select case when grouping(status) = 0 then 'status' when grouping(os) = 0 then 'os' when grouping(agent_version) = 0 then 'agent_version' end as by,
			coalesce(status, os, agent_version) as value, count(*)::int as count,
			count(*) filter (where connected)::int as connected, count(*) filter (where approval_required)::int as waiting
			from (select status, os, agent_version, approval_required, status not in ('Off', 'Uninstalled') as connected
				from endpoints where account_id = any(${ctx.accountIds}::bigint[])) e
			group by grouping sets ((), (status), (os), (agent_version)) order by count(*) desc, 2`);
		const all = rows.find((row) => row.by === null);
		const counts = (by: string) =>
			rows
				.filter((row) => row.by === by)
				.map(({ value, count }) => ({ value: value ?? "", count }));
		return {
			total: all?.count ?? 0,
			connected: all?.connected ?? 0,
			approval_required: all?.waiting ?? 0,
			by_status: counts("status"),
			by_os: counts("os"),
			by_agent_version: counts("agent_version"),
		};
	},
});
