import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { DnsPolicy, dnsPolicyExample } from "./dns-policy.ts";
import { findDnsPolicy } from "./dns-policy-store.ts";

export const getDnsPolicy = operation({
	id: "dns_policies.get",
	module: "policies",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/dns-policies/{id}",
	summary: "Read one DNS or web policy.",
	input: object({ id: Id }),
	output: DnsPolicy,
	example: { input: { id: dnsPolicyExample.id }, output: dnsPolicyExample },
	async handler(ctx, { id }) {
		const policy = await findDnsPolicy(ctx.db, ctx.account.id, id);
		if (!policy) throw notFound("policy", id);
		return policy;
	},
});
