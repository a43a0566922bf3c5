import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { forgetIdentity } from "../dns-policies/index.ts";
import {
	findRegisteredNetwork,
	lockRegisteredNetwork,
	removeRegisteredNetwork,
} from "./registered-network-store.ts";

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
		const { db, account } = ctx;
		const row = await lockRegisteredNetwork(db, account.id, id);
		if (!row) throw notFound("registered network", id);
		checkVersion(ctx, row);
		const before = await findRegisteredNetwork(db, account.id, id);
		await forgetIdentity(db, account.id, id);
		await removeRegisteredNetwork(db, account.id, id);
		ctx.audit({
			target: { id, name: before?.name ?? "" },
			before,
			after: null,
		});
		return null;
	},
});
