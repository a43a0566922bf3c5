import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Device, deviceExample } from "./device.ts";
import { findDevice } from "./device-store.ts";

export const getDevice = operation({
	id: "devices.get",
	module: "devices",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/devices/{id}",
	summary: "Read one device with its status.",
	input: object({ id: Id }),
	output: Device,
	example: { input: { id: deviceExample.id }, output: deviceExample },
	async handler(ctx, { id }) {
		const device = await findDevice(ctx.db, ctx.account.id, id);
		if (!device) throw notFound("device", id);
		return device;
	},
});
