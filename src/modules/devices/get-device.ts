import { Id, object, operation } from "../../kernel/index.ts";
import { Device, deviceExample } from "./device.ts";
import { devices } from "./device-store.ts";

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
	handler: (ctx, { id }) => devices.get(ctx, id),
});
