import Type from "typebox";
import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { dnsPolicies } from "./dns-policy-store.ts";
import { findIdentity, removeAssignment } from "./identity-store.ts";

export const unassignDnsPolicy = operation({
	id: "dns_policies.unassign",
	module: "policies",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/dns-policies/{id}/identities/{origin_id}",
	summary: "Take a policy from a network, an endpoint or a network device.",
	description: "Where it was not assigned, nothing changes.",
	input: object({ id: Id, origin_id: Id }),
	output: Type.Null(),
	audit: { target: "dns_policy" },
	example: {
		input: { id: "1000080", origin_id: "1000090" },
		output: null,
	},
	async handler(ctx, { id, origin_id }) {
		const { db, account } = ctx;
		const row = await dnsPolicies.lockForChange(ctx, id);
		const identity = await findIdentity(db, account.id, origin_id);
		if (!identity) throw notFound("identity", origin_id);
		await removeAssignment(db, account.id, id, origin_id);
		ctx.audit({
			target: { id, name: row.name },
			before: { identity },
			after: null,
		});
		return null;
	},
});
