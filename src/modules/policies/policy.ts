import Type, { type Static } from "typebox";
import { Id, nullable, object, Timestamp } from "../../kernel/index.ts";
import { GroupSummary, groupSummaryExample } from "../groups/index.ts";
import { RuleInput, RuleTarget, ruleFields } from "./policy-rule.ts";

/** A rule as it is shown: groups with their summaries, and what was left out filled in. */
export const PolicyRule = object({
	id: Id,
	name: Type.String(),
	description: Type.String(),
	enabled: Type.Boolean(),
	action: ruleFields.action,
	bidirectional: Type.Boolean(),
	protocol: ruleFields.protocol,
	ports: Type.Array(Type.Integer()),
	port_ranges: Type.Array(
		object({ start: Type.Integer(), end: Type.Integer() }),
	),
	authorized_groups: nullable(
		Type.Unsafe<Record<string, string[]>>({
			type: "object",
			additionalProperties: { type: "array", items: { type: "string" } },
		}),
	),
	sources: Type.Array(GroupSummary),
	source_resource: nullable(RuleTarget),
	destinations: Type.Array(GroupSummary),
	destination_resource: nullable(RuleTarget),
});
export type PolicyRule = Static<typeof PolicyRule>;

/** Fields that a caller sets; all may be left out of a change. */
export const policyFields = {
	name: Type.Optional(
		Type.String({
			minLength: 1,
			maxLength: 255,
			description: "What people call it; need not be unique",
		}),
	),
	description: Type.Optional(Type.String({ maxLength: 1000 })),
	enabled: Type.Optional(
		Type.Boolean({ description: "On unless said otherwise" }),
	),
	rules: Type.Optional(
		Type.Array(RuleInput, {
			minItems: 1,
			maxItems: 100,
			description:
				"All rules of the policy: they replace those before. A rule that keeps its id stays the same rule",
		}),
	),
};

/** Who may talk to what. */
export const Policy = object({
	id: Id,
	account_id: Id,
	name: Type.String(),
	description: Type.String(),
	enabled: Type.Boolean(),
	rules: Type.Array(PolicyRule),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Policy = Static<typeof Policy>;

export const policyExample: Policy = {
	id: "1000070",
	account_id: "1000007",
	name: "Web",
	description: "",
	enabled: true,
	rules: [
		{
			id: "1000070",
			name: "HTTPS",
			description: "",
			enabled: true,
			action: "accept",
			bidirectional: false,
			protocol: "tcp",
			ports: [443],
			port_ranges: [],
			authorized_groups: null,
			sources: [{ ...groupSummaryExample, id: "1000041", name: "Staff" }],
			source_resource: null,
			destinations: [groupSummaryExample],
			destination_resource: null,
		},
	],
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
