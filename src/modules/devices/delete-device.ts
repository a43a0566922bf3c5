import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { forgetIdentity } from "../dns-policies/index.ts";
import { devices } from "./device-store.ts";

export const deleteDevice = operation({
	id: "devices.delete",
	module: "devices",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/devices/{id}",
	summary: "Delete a device.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "device" },
	example: { input: { id: "1000120" }, output: null },
	async handler(ctx, { id }) {
		const before = await devices.getForChange(ctx, id);
		await forgetIdentity(ctx.db, ctx.account.id, id);
		await devices.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
