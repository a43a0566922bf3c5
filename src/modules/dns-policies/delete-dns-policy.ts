import Type from "typebox";
import { forbidden, Id, object, operation } from "../../kernel/index.ts";
import {
	dnsPolicies,
	lockPriorities,
	placeDnsPolicy,
} from "./dns-policy-store.ts";

export const deleteDnsPolicy = operation({
	id: "dns_policies.delete",
	module: "policies",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/dns-policies/{id}",
	summary: "Delete a DNS or web policy that is not the default one.",
	description: "What it was assigned to falls to the next policy that applies.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "dns_policy" },
	example: { input: { id: "1000080" }, output: null },
	async handler(ctx, { id }) {
		const { db, account } = ctx;
		const before = await dnsPolicies.get(ctx, id);
		await lockPriorities(db, account.id, before.type);
		const row = await dnsPolicies.lockForChange(ctx, id);
		if (row.is_default)
			throw forbidden(
				"default_policy",
				"The default policy applies where no other does, and cannot be deleted.",
			);
		await dnsPolicies.remove(ctx, id);
		await placeDnsPolicy(db, account.id, row.type, null, null);
		ctx.audit({ target: { id, name: row.name }, before, after: null });
		return null;
	},
});
