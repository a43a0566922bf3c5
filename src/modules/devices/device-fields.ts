import Type from "typebox";
import { Id, oneOf } from "../../kernel/index.ts";
import { deviceCategoryNames } from "./device-categories.ts";

export const deviceKinds = ["monitored", "network_device"] as const;

export const DeviceName = Type.String({
	minLength: 1,
	maxLength: 255,
	description: "Taken once in the account",
});

const Text = (max: number) => Type.Optional(Type.String({ maxLength: max }));

export const CustomFields = Type.Unsafe<Record<string, string>>({
	type: "object",
	maxProperties: 50,
	propertyNames: { minLength: 1, maxLength: 100 },
	additionalProperties: { type: "string", maxLength: 1000 },
	description: "Fields of your own, by name",
});

/** Fields that may change later, whatever the kind; all may be left out. */
export const changeableFields = {
	display_name: Text(255),
	ip_address: Type.Optional(
		Type.Union([Type.String({ maxLength: 45 }), Type.Null()]),
	),
	dns_name: Text(255),
	netmask: Text(45),
	category: Type.Optional(oneOf(deviceCategoryNames)),
	type: Text(255),
	vendor: Text(255),
	protocol: Type.Optional(oneOf(["ICMP", "SNMP", "TCP"])),
	poll_interval_seconds: Type.Optional(
		Type.Integer({ minimum: 10, maximum: 86_400 }),
	),
	managed: Type.Optional(
		Type.Boolean({ description: "Whether it is to be monitored" }),
	),
	suppressed: Type.Optional(
		Type.Boolean({ description: "Whether its alarms are kept back" }),
	),
	probe_id: Type.Optional(
		Type.Union([Id, Type.Null()], { description: "The probe that polls it" }),
	),
	region_id: Type.Optional(
		Type.Union([Id, Type.Null()], {
			description: "Its region, where that is not its probe's",
		}),
	),
	custom_fields: Type.Optional(CustomFields),
};

/** What only a network device has; given when it is registered, and then kept. */
export const networkDeviceFields = {
	model: Type.Optional(
		Type.String({ maxLength: 128, pattern: "^[0-9A-Za-z_.-]+$" }),
	),
	mac_address: Type.Optional(
		Type.String({
			pattern: "^[0-9A-Fa-f]{12}$",
			description: "Twelve hexadecimal digits; taken once in the account",
		}),
	),
	serial_number: Type.Optional(Type.String({ minLength: 1, maxLength: 255 })),
	tag: Text(50),
};
