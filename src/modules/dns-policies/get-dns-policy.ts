import { Id, object, operation } from "../../kernel/index.ts";
import { DnsPolicy, dnsPolicyExample } from "./dns-policy.ts";
import { dnsPolicies } from "./dns-policy-store.ts";

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
	handler: (ctx, { id }) => dnsPolicies.get(ctx, id),
});
