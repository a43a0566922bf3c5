import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

/** The worst first. */
export const severities = ["critical", "warning", "notice"] as const;
export type Severity = (typeof severities)[number];

/** What can need attention, the worst first: the order of the list. */
export const attentionKinds = [
	"devices_critical",
	"audit_unsealed",
	"devices_trouble",
	"devices_service_down",
	"people_without_second_factor",
	"calls_limited",
	"keys_expired",
	"keys_expiring",
	"endpoints_waiting",
	"users_waiting",
	"devices_attention",
	"keys_unlimited",
	"keys_unused",
	"setup_keys_expiring",
	"setup_keys_expired",
	"setup_keys_used_up",
	"invitations_expired",
	"tenants_suspended",
	"tenants_unverified",
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

export const AttentionItem = object({
	kind: oneOf(attentionKinds),
	severity: oneOf(severities),
	account: object({ id: Id, name: Type.String() }),
	count: Type.Integer({
		description: "How many things; of calls_limited the calls",
	}),
	examples: Type.Array(object({ id: Id, name: Type.String() }), {
		maxItems: 3,
		description: "Those it has held for longest",
	}),
	since: nullable(
		Type.Unsafe<string>({
			...Timestamp,
			description: "Since when the first of them; null where nobody knows",
		}),
	),
	list: object(
		{
			operation: Type.String(),
			filter: Type.Unsafe<Record<string, unknown>>({
				type: "object",
				additionalProperties: true,
			}),
		},
		{
			description:
				"The operation that lists them all in that account, and the fields to give it",
		},
	),
});
export type AttentionItem = Static<typeof AttentionItem>;

export const attentionExample: AttentionItem = {
	kind: "devices_critical",
	severity: "critical",
	account: { id: "1000007", name: "Acme" },
	count: 2,
	examples: [
		{ id: "1000120", name: "Core switch" },
		{ id: "1000121", name: "Printer" },
	],
	since: "2026-01-05T09:00:00.000Z",
	list: {
		operation: "devices.list",
		filter: { status: [1], suppressed: false },
	},
};
