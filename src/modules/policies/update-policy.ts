import { type Context, Id, object, operation } from "../../kernel/index.ts";
import { Policy, policyExample, policyFields } from "./policy.ts";
import type { RuleInput } from "./policy-rule.ts";
import { changePolicy, policies } from "./policy-store.ts";
import { checkRules } from "./rule-checks.ts";
import { requireOwnRules } from "./rule-ids.ts";
import { requireReferences, targetsOf } from "./rule-references.ts";
import { replaceRules } from "./rule-store.ts";

export const updatePolicy = operation({
	id: "policies.update",
	module: "policies",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/policies/{id}",
	summary: "Change an access policy.",
	description:
		"Fields left out stay as they are; `rules` replaces all rules. A rule that is sent with its id keeps it.",
	input: object({ id: Id, ...policyFields }),
	output: Policy,
	audit: { target: "policy" },
	example: {
		input: { id: policyExample.id, enabled: false },
		output: { ...policyExample, enabled: false, version: 2 },
	},
	async handler(ctx, { id, rules, ...values }) {
		const before = await policies.getForChange(ctx, id);
		if (rules) await changeRules(ctx, before, rules);
		await changePolicy(ctx.db, ctx.account.id, id, values);
		const after = await policies.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});

async function changeRules(
	ctx: Context,
	before: Policy,
	rules: readonly RuleInput[],
): Promise<void> {
	requireOwnRules(
		rules,
		before.rules.map((rule) => rule.id),
	);
	checkRules(rules);
	const formerTargets = before.rules.flatMap(targetsOf).map(({ id }) => id);
	await requireReferences(ctx, rules, formerTargets);
	await replaceRules(ctx.db, ctx.account.id, before.id, rules);
}
