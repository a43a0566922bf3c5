import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";
import { CustomFields, deviceKinds } from "./device-fields.ts";
import { monitoringStates } from "./device-status.ts";

/** Something registered or to be monitored. */
export const Device = object({
	id: Id,
	account_id: Id,
	kind: oneOf(deviceKinds),
	name: Type.String(),
	display_name: Type.String(),
	ip_address: nullable(Type.String()),
	dns_name: Type.String(),
	netmask: Type.String(),
	category: Type.String(),
	type: Type.String(),
	vendor: Type.String(),
	model: Type.String(),
	mac_address: nullable(Type.String()),
	serial_number: Type.String(),
	tag: Type.String(),
	device_id: nullable(
		Type.String({ description: "Of a network device: 16 hexadecimal digits" }),
	),
	protocol: Type.String(),
	poll_interval_seconds: Type.Integer(),
	managed: Type.Boolean(),
	suppressed: Type.Boolean(),
	status: Type.Integer({
		description:
			"1 critical, 2 trouble, 3 attention, 4 service down, 5 clear, 7 not watched",
	}),
	monitoring: oneOf(monitoringStates, {
		description:
			"Whether `status` was measured. `not_monitored_yet`: managed, but nothing has polled it so far",
	}),
	status_at: nullable(Timestamp),
	interface_count: Type.Integer(),
	probe_id: nullable(Id),
	probe_number: nullable(Type.Integer()),
	probe_name: nullable(Type.String()),
	region_id: nullable(Id),
	effective_region_id: nullable(
		Type.Unsafe<string>({
			...Id,
			description: "Its own region, or else that of its probe",
		}),
	),
	custom_fields: CustomFields,
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Device = Static<typeof Device>;

export const deviceExample: Device = {
	id: "1000120",
	account_id: "1000007",
	kind: "monitored",
	name: "core-1.customer.example",
	display_name: "Core switch",
	ip_address: "192.0.2.10",
	dns_name: "",
	netmask: "",
	category: "Switch",
	type: "Unknown",
	vendor: "",
	model: "",
	mac_address: null,
	serial_number: "",
	tag: "",
	device_id: null,
	protocol: "ICMP",
	poll_interval_seconds: 300,
	managed: true,
	suppressed: false,
	status: 7,
	monitoring: "not_monitored_yet",
	status_at: null,
	interface_count: 0,
	probe_id: null,
	probe_number: null,
	probe_name: null,
	region_id: null,
	effective_region_id: null,
	custom_fields: {},
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
