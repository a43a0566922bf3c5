import { type Handle, sql } from "../../db/index.ts";
import { type Context, invalid } from "../../kernel/index.ts";
import { unknownGroup } from "../groups/index.ts";
import type { RuleInput, RuleTarget } from "./policy-rule.ts";

/**
 * Whatever a rule names must be in the account: a rule that leads to nothing by mistake is found late. A resource
 * that the policy named before may have gone meanwhile and does not stand in the way of other changes.
 * @throws invalid (`unknown_group`, `unknown_resource`)
 */
export async function requireReferences(
	ctx: Context,
	rules: readonly RuleInput[],
	formerTargets: readonly string[],
): Promise<void> {
	const groupId = await unknownGroup(
		ctx.db,
		ctx.account.id,
		rules.flatMap(groupsOf),
	);
	if (groupId !== undefined)
		throw invalid(
			fieldNaming(rules, (rule) => groupsOf(rule).includes(groupId)),
			"unknown_group",
			`a rule names ${groupId}, which is no group of this account`,
			{ id: groupId },
		);
	const targets = rules
		.flatMap(targetsOf)
		.filter(({ id }) => !formerTargets.includes(id));
	const target = await unknownTarget(ctx.db, ctx.account.id, targets);
	if (target === undefined) return;
	throw invalid(
		fieldNaming(rules, (rule) =>
			targetsOf(rule).some(({ id }) => id === target),
		),
		"unknown_resource",
		`a rule names ${target}, which is no resource or endpoint of this account`,
		{ id: target },
	);
}

function groupsOf(rule: RuleInput): string[] {
	return [
		...(rule.sources ?? []),
		...(rule.destinations ?? []),
		...Object.keys(rule.authorized_groups ?? {}),
	];
}

export function targetsOf(
	rule: Pick<RuleInput, "source_resource" | "destination_resource">,
): RuleTarget[] {
	return [rule.source_resource, rule.destination_resource].filter(
		(target) => target !== null && target !== undefined,
	);
}

function fieldNaming(
	rules: readonly RuleInput[],
	names: (rule: RuleInput) => boolean,
): string {
	return `rules/${rules.findIndex(names)}`;
}

/** The first that is neither a network resource nor an endpoint, whichever it says to be. */
async function unknownTarget(
	db: Handle,
	accountId: string,
	targets: readonly RuleTarget[],
): Promise<string | undefined> {
	if (targets.length === 0) return undefined;
	const idsOf = (endpoints: boolean) =>
		targets
			.filter(({ type }) => (type === "endpoint") === endpoints)
			.map(({ id }) => id);
	const [row] = await db.query<{ id: string }>(sql`
		select wanted.id::text as id from unnest(${idsOf(false)}::bigint[]) as wanted (id)
			where not exists (select 1 from network_resources r where r.account_id = ${accountId} and r.id = wanted.id)
		union all select wanted.id::text from unnest(${idsOf(true)}::bigint[]) as wanted (id)
			where not exists (select 1 from endpoints e where e.account_id = ${accountId} and e.id = wanted.id)
		limit 1`);
	return row?.id;
}
