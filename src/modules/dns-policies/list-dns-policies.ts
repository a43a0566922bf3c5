import Type from "typebox";
import {
	equals,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { DnsPolicy, DnsPolicyType, dnsPolicyExample } from "./dns-policy.ts";
import { dnsPolicies } from "./dns-policy-store.ts";

export const listDnsPolicies = operation({
	id: "dns_policies.list",
	module: "policies",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/dns-policies",
	summary: "List DNS and web policies.",
	input: object({
		...pageInput,
		type: Type.Optional(DnsPolicyType),
		name: Type.Optional(Type.String({ description: "Exactly this name" })),
		is_default: Type.Optional(Type.Boolean()),
	}),
	output: pageOf(DnsPolicy),
	example: {
		input: { type: "dns", sort: "priority" },
		output: { data: [dnsPolicyExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		dnsPolicies.page(ctx, input, [
			equals("t.type", input.type),
			equals("t.name", input.name),
			equals("t.is_default", input.is_default),
		]),
});
