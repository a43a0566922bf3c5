import Type from "typebox";
import { Id, object, operation } from "../../kernel/index.ts";
import { alterDevice } from "./alter-device.ts";
import { Device, deviceExample } from "./device.ts";
import { changeableFields, DeviceName } from "./device-fields.ts";

export const updateDevice = operation({
	id: "devices.update",
	module: "devices",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/devices/{id}",
	summary: "Change a device.",
	description:
		"Fields left out stay as they are. Only a network device can change its name.",
	input: object({
		id: Id,
		name: Type.Optional(DeviceName),
		...changeableFields,
	}),
	output: Device,
	audit: { target: "device" },
	example: {
		input: { id: deviceExample.id, display_name: "Core" },
		output: { ...deviceExample, display_name: "Core", version: 2 },
	},
	handler: (ctx, { id, ...changes }) => alterDevice(ctx, id, changes),
});
