import Type from "typebox";
import { object, oneOf, operation } from "../../kernel/index.ts";
import { Device, deviceExample } from "./device.ts";
import {
	changeableFields,
	DeviceName,
	deviceKinds,
	networkDeviceFields,
} from "./device-fields.ts";
import { requireSound } from "./device-rules.ts";
import { devices, insertDevice } from "./device-store.ts";
import { completeDevice } from "./new-device.ts";

export const createDevice = operation({
	id: "devices.create",
	module: "devices",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/devices",
	summary: "Add a device to be monitored, or register a network device.",
	description:
		"A monitored device needs a name or an address; a network device needs name, model, MAC address and serial number.",
	input: object({
		kind: Type.Optional(
			oneOf(deviceKinds, { description: "`monitored` unless said" }),
		),
		name: Type.Optional(DeviceName),
		...changeableFields,
		...networkDeviceFields,
	}),
	output: Device,
	audit: { target: "device" },
	example: {
		input: {
			name: deviceExample.name,
			display_name: deviceExample.display_name,
			ip_address: "192.0.2.10",
			category: "Switch",
		},
		output: deviceExample,
	},
	async handler(ctx, input) {
		const device = completeDevice(input);
		await requireSound(ctx, device, null);
		const id = await insertDevice(ctx.db, ctx.account.id, device);
		return devices.get(ctx, id);
	},
});
