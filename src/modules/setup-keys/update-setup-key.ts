import Type from "typebox";
import { Id, invalid, object, operation } from "../../kernel/index.ts";
import { assignableGroups } from "../groups/index.ts";
import { AutoGroups, SetupKey, setupKeyExample } from "./setup-key.ts";
import { setAutoGroups, setupKeys, storeRevoked } from "./setup-key-store.ts";

export const updateSetupKey = operation({
	id: "setup_keys.update",
	module: "setup_keys",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/setup-keys/{id}",
	summary: "Revoke a setup key, or change the groups that machines join.",
	description:
		"What has enrolled with it stays. A revoked key cannot be brought back; its name, expiry and limit never change.",
	input: object({
		id: Id,
		revoked: Type.Optional(Type.Boolean()),
		groups: Type.Optional(AutoGroups),
	}),
	output: SetupKey,
	audit: { target: "setup_key" },
	example: {
		input: { id: setupKeyExample.id, revoked: true },
		output: {
			...setupKeyExample,
			revoked: true,
			state: "revoked",
			valid: false,
			version: 2,
		},
	},
	async handler(ctx, { id, revoked, groups }) {
		const accountId = ctx.account.id;
		const locked = await setupKeys.lockForChange(ctx, id);
		if (locked.revoked && revoked === false)
			throw invalid(
				"revoked",
				"unrevoke",
				"revoked may not be taken back; make another key",
			);
		const before = await setupKeys.get(ctx, id);
		if (groups) {
			const ids = await assignableGroups(ctx.db, accountId, groups);
			await setAutoGroups(ctx.db, accountId, id, ids);
		}
		await storeRevoked(ctx.db, accountId, id, revoked ?? locked.revoked);
		const after = await setupKeys.get(ctx, id);
		ctx.audit({ target: { id, name: after.name }, before, after });
		return after;
	},
});
