import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { forgetIdentity } from "../dns-policies/index.ts";
import { registeredNetworks } from "./registered-network-store.ts";

export const deleteRegisteredNetwork = operation({
	id: "registered_networks.delete",
	module: "networks",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/registered-networks/{id}",
	summary: "Delete a registered network.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "registered_network" },
	example: { input: { id: "1000090" }, output: null },
	async handler(ctx, { id }) {
		const before = await registeredNetworks.getForChange(ctx, id);
		await forgetIdentity(ctx.db, ctx.account.id, id);
		await registeredNetworks.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
