import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { Policy, policyExample } from "./policy.ts";
import { policies } from "./policy-store.ts";

export const listPolicies = operation({
	id: "policies.list",
	module: "policies",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/policies",
	summary: "List access policies with their rules.",
	input: object({
		...pageInput,
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		enabled: Type.Optional(Type.Boolean()),
		group_id: Type.Optional(
			Type.Unsafe<string>({
				...Id,
				description: "Policies with this group on either side of a rule",
			}),
		),
	}),
	output: pageOf(Policy),
	example: {
		input: {},
		output: { data: [policyExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		policies.page(ctx, input, [
			equals("t.name", input.name),
			equals("t.enabled", input.enabled),
			input.group_id === undefined
				? undefined
				: sql`t.id in (select r.policy_id from policy_rule_groups g join policy_rules r on r.account_id = g.account_id and r.id = g.rule_id
					where g.account_id = t.account_id and g.group_id = ${input.group_id})`,
		]),
});
