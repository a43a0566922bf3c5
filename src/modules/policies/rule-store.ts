import { type Handle, sql } from "../../db/index.ts";
import type { RuleInput } from "./policy-rule.ts";
import { ruleIds } from "./rule-ids.ts";

/** Makes the rules of a policy exactly these, in this order, in a fixed number of statements. */
export async function replaceRules(
	db: Handle,
	accountId: string,
	policyId: string,
	rules: readonly RuleInput[],
): Promise<void> {
	const ids = ruleIds(policyId, rules);
	const rows = rules.map((rule, position) => ({
		id: ids[position],
		position,
		name: rule.name ?? "",
		description: rule.description ?? "",
		enabled: rule.enabled ?? true,
		action: rule.action,
		bidirectional: rule.bidirectional ?? false,
		protocol: rule.protocol,
		ports: (rule.ports ?? []).map(String),
		port_ranges: rule.port_ranges ?? [],
		authorized_groups: rule.authorized_groups ?? undefined,
		source_resource: rule.source_resource ?? undefined,
		destination_resource: rule.destination_resource ?? undefined,
	}));
	await Promise.all([
		db.query(
			sql`delete from policy_rules where account_id = ${accountId} and policy_id = ${policyId}`,
		),
		db.query(sql`
			insert into policy_rules (account_id, id, policy_id, position, name, description, enabled, action, bidirectional, protocol, ports,
				port_ranges, authorized_groups, source_resource, destination_resource)
			select ${accountId}::bigint, coalesce(r.id, nextval('object_id')), ${policyId}::bigint, r.position, r.name, r.description, r.enabled,
				r.action, r.bidirectional, r.protocol, r.ports, r.port_ranges, r.authorized_groups, r.source_resource, r.destination_resource
			from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id bigint, position integer, name text, description text, enabled boolean,
				action text, bidirectional boolean, protocol text, ports text[], port_ranges jsonb, authorized_groups jsonb,
				source_resource jsonb, destination_resource jsonb)`),
		db.query(sql`
			insert into policy_rule_groups (account_id, rule_id, side, group_id, position)
			select r.account_id, r.id, g.side, g.group_id, g.at
			from jsonb_to_recordset(${JSON.stringify(sidesOf(rules))}::jsonb) as g (position integer, side text, group_id bigint, at integer)
			join policy_rules r on r.account_id = ${accountId} and r.policy_id = ${policyId} and r.position = g.position
			on conflict do nothing`),
	]);
}

/** Every group of every rule, with the place of the rule and the place of the group on its side. */
function sidesOf(rules: readonly RuleInput[]) {
	const sides = ["source", "destination"] as const;
	return rules.flatMap((rule, position) =>
		sides.flatMap((side) =>
			(rule[`${side}s`] ?? []).map((id, at) => ({
				position,
				side,
				group_id: id,
				at,
			})),
		),
	);
}
