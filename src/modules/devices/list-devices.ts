import { isIP } from "node:net";
import Type from "typebox";
import { type Sql, sql } from "../../db/index.ts";
import {
	equals,
	Id,
	invalid,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { ProbeNumber } from "../probes/index.ts";
import { Device, deviceExample } from "./device.ts";
import { deviceKinds } from "./device-fields.ts";
import { devices } from "./device-store.ts";

const text = (description: string) =>
	Type.Optional(Type.String({ maxLength: 255, description }));

export const listDevices = operation({
	id: "devices.list",
	module: "devices",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/devices",
	summary: "List devices with their status.",
	input: object({
		...pageInput,
		kind: Type.Optional(oneOf(deviceKinds)),
		name: text("Exactly this name"),
		type: text("Exactly this type"),
		category: text(
			"Exactly this category, as devices.list_categories names it",
		),
		vendor: text("Exactly this vendor"),
		status: Type.Optional(
			Type.Array(Type.Integer({ minimum: 1, maximum: 11 }), {
				maxItems: 11,
				description: "Any of these statuses; repeat the field for several",
			}),
		),
		ip_address: text("Exactly this address"),
		mac_address: text("Exactly this MAC address, without separators"),
		device_id: text("Exactly this device id of a network device"),
		managed: Type.Optional(Type.Boolean()),
		suppressed: Type.Optional(Type.Boolean()),
		protocol: text("Exactly this protocol: ICMP, SNMP or TCP"),
		probe_id: Type.Optional(Id),
		probe_number: Type.Optional(ProbeNumber),
		probe_name: text("Exactly this name of the probe"),
		region_id: Type.Optional(Id),
	}),
	output: pageOf(Device),
	example: {
		input: { category: "Switch", sort: "display_name" },
		output: { data: [deviceExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		devices.page(ctx, input, [
			equals("t.kind", input.kind),
			equals("t.name", input.name),
			equals("t.type", input.type),
			equals("t.category", input.category),
			equals("t.vendor", input.vendor),
			input.status && sql`t.status = any(${input.status}::int[])`,
			atAddress(input.ip_address),
			equals("t.mac_address", input.mac_address?.toLowerCase()),
			equals("t.device_id", input.device_id?.toLowerCase()),
			equals("t.managed", input.managed),
			equals("t.suppressed", input.suppressed),
			equals("t.protocol", input.protocol),
			equals("t.probe_id", input.probe_id),
			equals("p.number", input.probe_number),
			equals("p.name", input.probe_name),
			inRegion(input.region_id),
		]),
});

function atAddress(address: string | undefined): Sql | undefined {
	if (address !== undefined && isIP(address) === 0)
		throw invalid("ip_address", "ip", "ip_address must be an IP address");
	return equals("t.ip_address", address);
}

/** A device without a region of its own is where its probe is. */
function inRegion(regionId: string | undefined): Sql | undefined {
	return regionId === undefined
		? undefined
		: sql`coalesce(t.region_id, p.region_id) = ${regionId}`;
}
