import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import { Policy, policyExample, policyFields } from "./policy.ts";
import { RuleInput } from "./policy-rule.ts";
import { insertPolicy, policies } from "./policy-store.ts";
import { checkRules } from "./rule-checks.ts";
import { requireOwnRules } from "./rule-ids.ts";
import { requireReferences } from "./rule-references.ts";
import { replaceRules } from "./rule-store.ts";

export const createPolicy = operation({
	id: "policies.create",
	module: "policies",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/policies",
	summary: "Create an access policy.",
	description:
		"Rules get their ids from the server; the first one has that of the policy.",
	input: object({
		...policyFields,
		name: Type.String({ minLength: 1, maxLength: 255 }),
		rules: Type.Array(RuleInput, { minItems: 1, maxItems: 100 }),
	}),
	output: Policy,
	audit: { target: "policy" },
	example: {
		input: {
			name: policyExample.name,
			rules: [
				{
					name: "HTTPS",
					action: "accept",
					protocol: "tcp",
					ports: [443],
					sources: ["1000041"],
					destinations: ["1000042"],
				},
			],
		},
		output: policyExample,
	},
	async handler(ctx, { name, description = "", enabled = true, rules }) {
		requireOwnRules(rules, []);
		checkRules(rules);
		await requireReferences(ctx, rules, []);
		const id = await insertPolicy(ctx.db, ctx.account.id, {
			name,
			description,
			enabled,
		});
		await replaceRules(ctx.db, ctx.account.id, id, rules);
		return policies.get(ctx, id);
	},
});
