import { randomBytes } from "node:crypto";
import { isIP } from "node:net";
import type { Static, TObject } from "typebox";
import { invalid } from "../../kernel/index.ts";
import type { changeableFields, networkDeviceFields } from "./device-fields.ts";
import type { DeviceValues } from "./device-store.ts";

type Changeable = Static<TObject<typeof changeableFields>>;
type OfNetworkDevice = Static<TObject<typeof networkDeviceFields>>;

export type NewDevice = Changeable &
	OfNetworkDevice & { kind?: DeviceValues["kind"]; name?: string };

const NETWORK_DEVICE_NAME_LENGTH_MAX = 50;

/** The whole of a new device, what was left out filled in. @throws invalid, naming the field that its kind asks for */
export function completeDevice(input: NewDevice): DeviceValues {
	return input.kind === "network_device"
		? networkDevice(input)
		: monitoredDevice(input);
}

/** Named by its name, or else by its address; a name that is an address is one. */
function monitoredDevice(input: NewDevice): DeviceValues {
	const name = input.name ?? input.ip_address;
	if (!name)
		throw invalid(
			"name",
			"name_or_address",
			"a monitored device needs a name or an ip_address",
		);
	for (const field of ["model", "mac_address", "serial_number", "tag"] as const)
		if (input[field] !== undefined)
			throw invalid(field, "kind", `a monitored device has no ${field}`);
	return {
		...shared(input, name),
		ip_address: input.ip_address ?? (isIP(name) ? name : null),
		kind: "monitored",
		model: "",
		mac_address: null,
		serial_number: "",
		tag: "",
		device_id: null,
		managed: input.managed ?? true,
	};
}

/** Registered by what is printed on it, and not monitored unless that is asked for. */
function networkDevice(input: NewDevice): DeviceValues {
	const name = required(input, "name");
	requireShortName(name);
	return {
		...shared(input, name),
		ip_address: input.ip_address ?? null,
		kind: "network_device",
		model: required(input, "model"),
		mac_address: required(input, "mac_address").toLowerCase(),
		serial_number: required(input, "serial_number"),
		tag: input.tag ?? "",
		device_id: `f338${randomBytes(6).toString("hex")}`,
		managed: input.managed ?? false,
	};
}

function shared(input: NewDevice, name: string) {
	return {
		name,
		display_name: input.display_name ?? name,
		dns_name: input.dns_name ?? "",
		netmask: input.netmask ?? "",
		category: input.category ?? "Unknown",
		type: input.type ?? "Unknown",
		vendor: input.vendor ?? "",
		protocol: input.protocol ?? "ICMP",
		poll_interval_seconds: input.poll_interval_seconds ?? 300,
		suppressed: input.suppressed ?? false,
		probe_id: input.probe_id ?? null,
		region_id: input.region_id ?? null,
		custom_fields: input.custom_fields ?? {},
	};
}

function required(
	input: NewDevice,
	field: "name" | "model" | "mac_address" | "serial_number",
): string {
	const value = input[field];
	if (value !== undefined) return value;
	throw invalid(field, "required", `a network device needs a ${field}`);
}

/** The vendor's limit for what is registered; names of monitored devices come from DNS and are longer. */
export function requireShortName(name: string): void {
	if (name.length > NETWORK_DEVICE_NAME_LENGTH_MAX)
		throw invalid(
			"name",
			"maxLength",
			`the name of a network device has at most ${NETWORK_DEVICE_NAME_LENGTH_MAX} characters`,
		);
}
