import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { alterDevice } from "./alter-device.ts";
import { Device, deviceExample } from "./device.ts";

export const setManaged = operation({
	id: "devices.set_managed",
	module: "devices",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/devices/{id}/set-managed",
	summary: "Say whether a device is to be monitored.",
	input: object({ id: Id, managed: Type.Boolean() }),
	output: Device,
	audit: { target: "device" },
	example: {
		input: { id: deviceExample.id, managed: false },
		output: {
			...deviceExample,
			managed: false,
			monitoring: "unmanaged",
			version: 2,
		},
	},
	handler: (ctx, { id, managed }) => alterDevice(ctx, id, { managed }),
});
