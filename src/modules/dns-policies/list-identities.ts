import Type from "typebox";
import { sql } from "../../db/index.ts";
import {
	equals,
	Id,
	listPage,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import {
	DnsIdentity,
	dnsIdentityExample,
	dnsPolicyExample,
	identityKinds,
} from "./dns-policy.ts";
import { dnsPolicies } from "./dns-policy-store.ts";
import { identityList } from "./identity-store.ts";

export const listDnsPolicyIdentities = operation({
	id: "dns_policies.list_identities",
	module: "policies",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/dns-policies/{id}/identities",
	summary: "List what a DNS or web policy is assigned to directly.",
	input: object({
		id: Id,
		...pageInput,
		kind: Type.Optional(oneOf(identityKinds)),
	}),
	output: pageOf(DnsIdentity),
	example: {
		input: { id: dnsPolicyExample.id },
		output: { data: [dnsIdentityExample], next: null, has_more: false },
	},
	async handler(ctx, { id, ...input }) {
		await dnsPolicies.get(ctx, id);
		return listPage<DnsIdentity>(
			ctx.db,
			[ctx.account.id],
			identityList,
			input,
			[sql`i.policy_id = ${id}`, equals("t.kind", input.kind)],
		);
	},
});
