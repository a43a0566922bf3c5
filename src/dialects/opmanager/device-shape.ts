import { deviceStatuses } from "../../modules/devices/index.ts";
import { displayTime, prettyTime } from "./display-time.ts";
import {
	deviceNameOf,
	managedObjectId,
	probeIdText,
} from "./managed-object-id.ts";
import { arrayOf, bool, digits, int, shapeOf, str } from "./schemas.ts";

/** A device as the core shows it, as far as this wire has words for it. */
export interface Device {
	id: string;
	account_id: string;
	name: string;
	display_name: string;
	ip_address: string | null;
	category: string;
	type: string;
	vendor: string;
	protocol: string;
	managed: boolean;
	suppressed: boolean;
	status: number;
	monitoring: "monitored" | "not_monitored_yet" | "unmanaged";
	interface_count: number;
	probe_number: number | null;
	probe_name: string | null;
	effective_region_id: string | null;
	custom_fields: Record<string, string>;
	created_at: string;
}

const NEW_MS = 86_400_000;

/** Status 7 has two readings: nobody wants it watched, or nobody has watched it yet. */
export function statusText({ status, monitoring }: Device): string {
	if (monitoring === "unmanaged") return "UnManaged";
	if (monitoring === "not_monitored_yet") return "Unknown";
	return deviceStatuses[status as keyof typeof deviceStatuses] ?? "Unknown";
}

/** A row of the second version: `id` and `statusNum` are texts, `moid` and `interfaceCount` numbers. */
export function deviceRow(device: Device, nowMs: number) {
	const moid = managedObjectId(device);
	return {
		id: String(moid),
		moid,
		deviceName: deviceNameOf(device),
		displayName: device.display_name,
		ipaddress: device.ip_address ?? "",
		category: device.category,
		type: device.type,
		vendorName: device.vendor,
		statusStr: statusText(device),
		statusNum: String(device.status),
		isSNMP: device.protocol === "SNMP",
		isSuppressed: device.suppressed,
		isNew: nowMs - Date.parse(device.created_at) < NEW_MS,
		interfaceCount: device.interface_count,
		addedTime: displayTime(device.created_at),
		prettyTime: prettyTime(device.created_at, nowMs),
	};
}

/** Where a device is, on rows that a provider reads. */
export function placeOf(device: Device) {
	const { effective_region_id: region, probe_name, probe_number } = device;
	return {
		regionID: region === null ? null : Number(region),
		probeName: probe_name ?? "",
		probeID: probe_number === null ? "" : probeIdText(probe_number),
	};
}

export const rowFields = {
	id: digits,
	moid: int,
	deviceName: str,
	displayName: str,
	ipaddress: str,
	category: str,
	type: str,
	vendorName: str,
	statusStr: str,
	statusNum: digits,
	isSNMP: bool,
	isSuppressed: bool,
	isNew: bool,
	interfaceCount: int,
	addedTime: str,
	prettyTime: str,
	"customerID?": int,
	"customerName?": str,
	"regionID?": { type: ["integer", "null"] },
	"probeName?": str,
	"probeID?": str,
};

export const deviceRowSchema = shapeOf(rowFields);

export const deviceRowV1Schema = shapeOf({
	...rowFields,
	"interfaces?": arrayOf({ type: "object" }),
});

export const deviceRowExample = {
	id: "10001000120",
	moid: 10_001_000_120,
	deviceName: "core-1.customer.example.10000000001",
	displayName: "Core switch",
	ipaddress: "192.0.2.10",
	category: "Switch",
	type: "Unknown",
	vendorName: "",
	statusStr: "Unknown",
	statusNum: "7",
	isSNMP: true,
	isSuppressed: false,
	isNew: true,
	interfaceCount: 0,
	addedTime: "5 Jan 2026 09:00:00 AM UTC",
	prettyTime: "10 minutes ago",
	customerID: 1000007,
	customerName: "Acme",
	regionID: null,
	probeName: "vienna-1",
	probeID: "10000000001",
};
