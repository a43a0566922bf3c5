import type {
	Device,
	DevicesCreateInput,
	DevicesUpdateInput,
} from "../../../../generated/client.ts";
import type { FieldErrors } from "../../form/form-state.ts";
import { customFieldsOf, customLines } from "./custom-fields.ts";

type Category = NonNullable<DevicesCreateInput["category"]>;
type Protocol = NonNullable<DevicesCreateInput["protocol"]>;

/** A device as the form holds it. */
export interface DeviceDraft {
	kind: Device["kind"];
	name: string;
	display_name: string;
	ip_address: string;
	dns_name: string;
	category: Category;
	type: string;
	vendor: string;
	model: string;
	mac_address: string;
	serial_number: string;
	tag: string;
	protocol: Protocol;
	poll_interval_seconds: number | null;
	managed: boolean;
	suppressed: boolean;
	probe_id: string | null;
	region_id: string | null;
	custom_fields: string[];
}

export const newDevice: DeviceDraft = {
	kind: "monitored",
	name: "",
	display_name: "",
	ip_address: "",
	dns_name: "",
	category: "Unknown",
	type: "",
	vendor: "",
	model: "",
	mac_address: "",
	serial_number: "",
	tag: "",
	protocol: "ICMP",
	poll_interval_seconds: 300,
	managed: true,
	suppressed: false,
	probe_id: null,
	region_id: null,
	custom_fields: [],
};

/** What the form begins with for a device that there is. */
export function draftOf(device: Device): DeviceDraft {
	return {
		...device,
		ip_address: device.ip_address ?? "",
		category: device.category as Category,
		protocol: device.protocol as Protocol,
		mac_address: device.mac_address ?? "",
		custom_fields: customLines(device.custom_fields),
	};
}

/** Only what is plainly missing. */
export function missingIn(draft: DeviceDraft): FieldErrors<DeviceDraft> {
	const { kind, name, ip_address } = draft;
	if (kind === "monitored")
		return name.trim() === "" && ip_address.trim() === ""
			? { ip_address: "Give it an address or a name." }
			: {};
	return Object.fromEntries(
		(["name", "model", "mac_address", "serial_number"] as const)
			.filter((field) => draft[field].trim() === "")
			.map((field) => [field, "Required."]),
	);
}

/** The input that makes the device; what is empty is left to the server. */
export function createInput(draft: DeviceDraft): DevicesCreateInput {
	const { kind, ip_address, name } = draft;
	const input: DevicesCreateInput = {
		...shared(draft),
		kind,
		name: name.trim() || undefined,
		display_name: draft.display_name.trim() || undefined,
		type: draft.type.trim() || undefined,
		ip_address: ip_address.trim() || undefined,
	};
	if (kind === "monitored") return input;
	return {
		...input,
		model: draft.model.trim(),
		mac_address: plainMac(draft.mac_address),
		serial_number: draft.serial_number.trim(),
		tag: draft.tag,
	};
}

/** The input that changes it. What is printed on a network device stays. */
export function updateInput(
	id: string,
	draft: DeviceDraft,
): DevicesUpdateInput {
	return {
		...shared(draft),
		id,
		name: draft.name.trim(),
		display_name: draft.display_name.trim(),
		type: draft.type.trim(),
		ip_address: draft.ip_address.trim() || null,
	};
}

function shared(draft: DeviceDraft) {
	return {
		dns_name: draft.dns_name.trim(),
		category: draft.category,
		vendor: draft.vendor.trim(),
		protocol: draft.protocol,
		poll_interval_seconds: draft.poll_interval_seconds ?? 300,
		managed: draft.managed,
		suppressed: draft.suppressed,
		probe_id: draft.probe_id,
		region_id: draft.region_id,
		custom_fields: customFieldsOf(draft.custom_fields),
	};
}

/** Twelve digits, however the label on the device parts them. */
export function plainMac(text: string): string {
	return text.replaceAll(/[\s:.-]/g, "");
}
