import Type from "typebox";
import { Id, notFound, object, operation } from "../../kernel/index.ts";
import {
	AppliedDnsPolicy,
	DnsPolicyType,
	dnsPolicyExample,
} from "./dns-policy.ts";
import { findIdentity, policiesOfIdentity } from "./identity-store.ts";

const { identities_count: _, ...appliedExample } = dnsPolicyExample;

export const listPoliciesOfIdentity = operation({
	id: "dns_policies.list_of_identity",
	module: "policies",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/dns-identities/{origin_id}/policies",
	summary:
		"List the policies of a registered network, an endpoint or a network device.",
	description:
		"Those assigned to it, and of each type where none is, the default one.",
	input: object({ origin_id: Id, type: Type.Optional(DnsPolicyType) }),
	output: object({ data: Type.Array(AppliedDnsPolicy) }),
	example: {
		input: { origin_id: "1000090" },
		output: { data: [{ ...appliedExample, is_applied_directly: true }] },
	},
	async handler(ctx, { origin_id, type }) {
		const { db, account } = ctx;
		const [identity, data] = await Promise.all([
			findIdentity(db, account.id, origin_id),
			policiesOfIdentity(db, account.id, origin_id, type),
		]);
		if (!identity) throw notFound("identity", origin_id);
		return { data };
	},
});
