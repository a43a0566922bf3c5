import Type from "typebox";
import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { forgetIdentity } from "../dns-policies/index.ts";
import { findDevice, lockDevice, removeDevice } from "./device-store.ts";

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
		const row = await lockDevice(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("device", id);
		checkVersion(ctx, row);
		const before = await findDevice(ctx.db, ctx.account.id, id);
		await forgetIdentity(ctx.db, ctx.account.id, id);
		await removeDevice(ctx.db, ctx.account.id, id);
		ctx.audit({
			target: { id, name: before?.name ?? "" },
			before,
			after: null,
		});
		return null;
	},
});
