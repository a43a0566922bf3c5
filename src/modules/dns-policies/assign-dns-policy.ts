import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { DnsPolicy, dnsPolicyExample } from "./dns-policy.ts";
import { dnsPolicies } from "./dns-policy-store.ts";
import { findIdentity, insertAssignment } from "./identity-store.ts";

export const assignDnsPolicy = operation({
	id: "dns_policies.assign",
	module: "policies",
	access: "write",
	scope: "account",
	method: "PUT",
	path: "/dns-policies/{id}/identities/{origin_id}",
	summary:
		"Assign a policy to a registered network, an endpoint or a network device.",
	description: "Assigning it again changes nothing.",
	input: object({ id: Id, origin_id: Id }),
	output: DnsPolicy,
	audit: { target: "dns_policy" },
	example: {
		input: { id: dnsPolicyExample.id, origin_id: "1000090" },
		output: dnsPolicyExample,
	},
	async handler(ctx, { id, origin_id }) {
		const { db, account } = ctx;
		const row = await dnsPolicies.lockForChange(ctx, id);
		const identity = await findIdentity(db, account.id, origin_id);
		if (!identity) throw notFound("identity", origin_id);
		await insertAssignment(db, account.id, id, origin_id);
		ctx.audit({ target: { id, name: row.name }, after: { identity } });
		return dnsPolicies.get(ctx, id);
	},
});
