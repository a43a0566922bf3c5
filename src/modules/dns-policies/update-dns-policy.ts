import Type from "typebox";
import { forbidden, Id, object, operation } from "../../kernel/index.ts";
import {
	DnsPolicy,
	DnsPolicyName,
	DnsPolicyPriority,
	dnsPolicyExample,
} from "./dns-policy.ts";
import {
	changeDnsPolicy,
	dnsPolicies,
	lockPriorities,
	placeDnsPolicy,
} from "./dns-policy-store.ts";

export const updateDnsPolicy = operation({
	id: "dns_policies.update",
	module: "policies",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/dns-policies/{id}",
	summary: "Rename a DNS or web policy or move it to another priority.",
	input: object({
		id: Id,
		name: Type.Optional(DnsPolicyName),
		priority: Type.Optional(DnsPolicyPriority),
	}),
	output: DnsPolicy,
	audit: { target: "dns_policy" },
	example: {
		input: { id: dnsPolicyExample.id, name: "Visitors" },
		output: { ...dnsPolicyExample, name: "Visitors", version: 2 },
	},
	async handler(ctx, { id, name, priority }) {
		const { db, account } = ctx;
		const known = await dnsPolicies.get(ctx, id);
		if (priority !== undefined)
			await lockPriorities(db, account.id, known.type);
		const row = await dnsPolicies.lockForChange(ctx, id);
		if (row.is_default && priority !== undefined)
			throw forbidden(
				"default_policy",
				"The default policy always comes last.",
			);
		const before = await dnsPolicies.get(ctx, id);
		await changeDnsPolicy(db, account.id, id, name);
		if (priority !== undefined)
			await placeDnsPolicy(db, account.id, row.type, id, priority);
		const after = await dnsPolicies.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
