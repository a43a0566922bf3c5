import { deviceCategories } from "../../modules/devices/index.ts";
import type { WireRoute } from "../dialect.ts";
import { type Device, statusText } from "./device-shape.ts";
import { endpoint } from "./endpoint.ts";
import { deviceNameOf, managedObjectId } from "./managed-object-id.ts";
import { findNamed } from "./named-device.ts";
import { choice, mandatory, text } from "./parameter.ts";
import { arrayOf, digits, int, shapeOf, str } from "./schemas.ts";

const tag = "Devices";

export const deviceSummaryRoutes: readonly WireRoute[] = [
	...endpoint({
		paths: ["device/getDeviceSummary"],
		access: "read",
		operation: "devices.resolve",
		scope: "all_customers",
		summary: "Read one device, with what is measured of it",
		tag,
		parameters: {
			name: mandatory(
				text("The device: its name, address or label", { lengthMax: 300 }),
			),
			snapType: choice("What kind of page asks", {
				MonitoringDevice: "MonitoringDevice",
			}),
		},
		answer: {
			description: "The device; what is not measured is empty",
			schema: shapeOf({
				name: str,
				moID: int,
				displayName: str,
				ipAddress: str,
				category: str,
				displayCategory: str,
				type: str,
				vendorName: str,
				statusStr: str,
				statusNum: digits,
				status: digits,
				managed: str,
				deviceProtocol: str,
				sysName: str,
				sysDescr: str,
				community: str,
				responseTime: str,
				packetLoss: str,
				availdata: { type: "object" },
				defaultDials: arrayOf({ type: "object" }),
				dials: arrayOf({ type: "object" }),
				snapDetails: shapeOf({ snapList: arrayOf({ type: "object" }) }),
			}),
			example: summaryExample(),
		},
		handle: async (call, { name }) => toSummary(await findNamed(call, name)),
	}),
	...endpoint({
		paths: ["device/getCategoryList"],
		access: "read",
		operation: "devices.list_categories",
		scope: "caller",
		summary: "List the categories a device can have: key and label",
		tag,
		parameters: {},
		answer: {
			description: "Labels by key",
			schema: { type: "object", additionalProperties: str },
			example: { LoadBalancer: "Load Balancer" },
		},
		async handle(call) {
			const { data } = await call.run("devices.list_categories", {});
			return Object.fromEntries(
				data.map(({ name, title }: { name: string; title: string }) => [
					name,
					title,
				]),
			);
		},
	}),
];

/**
 * Says nothing that was not measured: no dials, no response time. The community of SNMP is a secret and stays empty,
 * though clients look for the field.
 */
function toSummary(device: Device) {
	return {
		name: deviceNameOf(device),
		moID: managedObjectId(device),
		displayName: device.display_name,
		ipAddress: device.ip_address ?? "",
		category: device.category,
		displayCategory:
			deviceCategories[device.category as keyof typeof deviceCategories] ??
			device.category,
		type: device.type,
		vendorName: device.vendor,
		statusStr: statusText(device),
		statusNum: String(device.status),
		status: String(device.status),
		managed: String(device.managed),
		deviceProtocol: device.protocol,
		sysName: "",
		sysDescr: "",
		community: "",
		responseTime: "",
		packetLoss: "",
		availdata: availabilityOf(device),
		defaultDials: [],
		dials: [],
		snapDetails: { snapList: [] },
	};
}

/** Shares of the time in percent. A device that nothing has polled was not monitored all of it. */
function availabilityOf({ monitoring }: Device): Record<string, number> {
	if (monitoring === "monitored") return {};
	return {
		Up: 0,
		Down: 0,
		"Parent Down": 0,
		"Dependent Unavailable": 0,
		"On Maintenance": 0,
		"On Hold": 0,
		"Not Monitored": 100,
	};
}

function summaryExample() {
	return toSummary({
		id: "1000120",
		account_id: "1000007",
		name: "core-1.customer.example",
		display_name: "Core switch",
		ip_address: "192.0.2.10",
		category: "Switch",
		type: "Unknown",
		vendor: "",
		protocol: "ICMP",
		managed: true,
		suppressed: false,
		status: 7,
		monitoring: "not_monitored_yet",
		interface_count: 0,
		probe_number: null,
		probe_name: null,
		effective_region_id: null,
		custom_fields: {},
		created_at: "2026-01-05T09:00:00.000Z",
	});
}
