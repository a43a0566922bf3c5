import { type Handle, sql } from "../../db/index.ts";
import { type Context, EntityStore } from "../../kernel/index.ts";
import { type GroupSummary, groupSummaries } from "../groups/index.ts";
import type { Policy, PolicyRule } from "./policy.ts";

/** A stored policy; groups are ids until their summaries are fetched for the whole page. */
type RuleRow = Omit<PolicyRule, "sources" | "destinations"> & {
	sources: string[];
	destinations: string[];
};
type PolicyRow = Omit<Policy, "rules"> & { rules: RuleRow[] };

const groupsAt = (side: "source" | "destination") =>
	`coalesce((select json_agg(g.group_id::text order by g.position, g.group_id) from policy_rule_groups g
		where g.account_id = r.account_id and g.rule_id = r.id and g.side = '${side}'), '[]')`;

const RULE = `json_build_object('id', r.id::text, 'name', r.name, 'description', r.description, 'enabled', r.enabled, 'action', r.action,
	'bidirectional', r.bidirectional, 'protocol', r.protocol, 'ports', r.ports::integer[], 'port_ranges', r.port_ranges,
	'authorized_groups', r.authorized_groups, 'source_resource', r.source_resource, 'destination_resource', r.destination_resource,
	'sources', ${groupsAt("source")}, 'destinations', ${groupsAt("destination")})`;

export const policies = new EntityStore<Policy, { version: number }, PolicyRow>(
	{
		noun: "policy",
		table: "policies",
		columns: `t.id, t.account_id, t.name, t.description, t.enabled, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(${RULE} order by r.position) from policy_rules r
		where r.account_id = t.account_id and r.policy_id = t.id), '[]') as rules`,
		sortable: {
			name: "t.name",
			enabled: { expression: "t.enabled", type: "boolean" },
			created_at: { expression: "t.created_at", type: "timestamptz" },
		},
		searchable: ["t.name", "t.description"],
		finish: withGroups,
	},
);

async function withGroups(
	rows: readonly PolicyRow[],
	{ db, accountIds }: Context,
): Promise<Policy[]> {
	const ids = rows.flatMap(({ rules }) =>
		rules.flatMap((rule) => [...rule.sources, ...rule.destinations]),
	);
	const summaries = await groupSummaries(db, accountIds, ids);
	return rows.map((row) => ({
		...row,
		rules: row.rules.map((rule) => ({
			...rule,
			sources: pick(summaries, rule.sources),
			destinations: pick(summaries, rule.destinations),
		})),
	}));
}

function pick(
	summaries: ReadonlyMap<string, GroupSummary>,
	ids: readonly string[],
): GroupSummary[] {
	return ids.flatMap((id) => summaries.get(id) ?? []);
}

export interface PolicyValues {
	name: string;
	description: string;
	enabled: boolean;
}

export async function insertPolicy(
	db: Handle,
	accountId: string,
	values: PolicyValues,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into policies (account_id, name, description, enabled)
		values (${accountId}, ${values.name}, ${values.description}, ${values.enabled}) returning id`);
	return (row as { id: string }).id;
}

export async function changePolicy(
	db: Handle,
	accountId: string,
	id: string,
	values: Partial<PolicyValues>,
): Promise<void> {
	await db.query(sql`update policies set name = coalesce(${values.name ?? null}, name),
		description = coalesce(${values.description ?? null}, description), enabled = coalesce(${values.enabled ?? null}, enabled),
		version = version + 1, updated_at = now() where account_id = ${accountId} and id = ${id}`);
}
