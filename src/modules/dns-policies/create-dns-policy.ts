import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import {
	DnsPolicy,
	DnsPolicyName,
	DnsPolicyPriority,
	DnsPolicyType,
	dnsPolicyExample,
} from "./dns-policy.ts";
import {
	dnsPolicies,
	insertDnsPolicy,
	lockPriorities,
	placeDnsPolicy,
} from "./dns-policy-store.ts";

export const createDnsPolicy = operation({
	id: "dns_policies.create",
	module: "policies",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/dns-policies",
	summary: "Create a DNS or web policy, assigned to nothing at first.",
	description:
		"Without a priority it comes right before the default policy of its type.",
	input: object({
		name: DnsPolicyName,
		type: Type.Optional(DnsPolicyType),
		priority: Type.Optional(DnsPolicyPriority),
	}),
	output: DnsPolicy,
	audit: { target: "dns_policy" },
	example: {
		input: { name: dnsPolicyExample.name, priority: 1 },
		output: { ...dnsPolicyExample, identities_count: 0 },
	},
	async handler(ctx, { name, type = "dns", priority }) {
		const { db, account } = ctx;
		await lockPriorities(db, account.id, type);
		const id = await insertDnsPolicy(db, account.id, name, type);
		await placeDnsPolicy(db, account.id, type, id, priority ?? null);
		return dnsPolicies.get(ctx, id);
	},
});
