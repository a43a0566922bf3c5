import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { alterDevice } from "./alter-device.ts";
import { Device, deviceExample } from "./device.ts";

export const setSuppressed = operation({
	id: "devices.set_suppressed",
	module: "devices",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/devices/{id}/set-suppressed",
	summary: "Say whether the alarms of a device are kept back.",
	input: object({ id: Id, suppressed: Type.Boolean() }),
	output: Device,
	audit: { target: "device" },
	example: {
		input: { id: deviceExample.id, suppressed: true },
		output: { ...deviceExample, suppressed: true, version: 2 },
	},
	handler: (ctx, { id, suppressed }) => alterDevice(ctx, id, { suppressed }),
});
