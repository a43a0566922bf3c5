import type { WireRoute } from "../dialect.ts";
import { narrowing } from "./central.ts";
import { ownersOf } from "./customer-names.ts";
import { displayTime } from "./display-time.ts";
import { endpoint } from "./endpoint.ts";
import { readAll } from "./grid.ts";
import { probeIdText } from "./managed-object-id.ts";
import { arrayOf, bool, digits, int, shapeOf, str } from "./schemas.ts";

/** A probe as the core shows it. */
interface Probe {
	id: string;
	account_id: string;
	number: number;
	name: string;
	display_name: string;
	region_id: string | null;
	contact_person: string;
	contact_email: string;
	timezone: string;
	platform: string;
	address: string | null;
	status: "never_connected" | "connected" | "disconnected";
	last_contact_at: string | null;
	devices_count: number;
}

/** State of the probe → the vendor's words for it; one that never called in is not known to be down. */
const states = {
	connected: { status: "Clear", severity: "5", serverStatus: "Server up" },
	disconnected: {
		status: "Critical",
		severity: "1",
		serverStatus: "Server down",
	},
	never_connected: {
		status: "Unknown",
		severity: "7",
		serverStatus: "Not connected yet",
	},
} as const;

/** The newer form, in capitals, and the older one together: no two of their names are the same. */
function toWireProbe(probe: Probe) {
	const id = probeIdText(probe.number);
	const isConnected = probe.status === "connected";
	const { status, severity, serverStatus } = states[probe.status];
	return {
		PROBEID: id,
		NAME: probe.name,
		DISPLAYNAME: probe.display_name,
		STATUS: isConnected,
		ISWINDOWS: /^win/i.test(probe.platform),
		IPADDRESS: probe.address ?? "",
		SITEID: String(probe.number),
		TIMEZONE: probe.timezone,
		probeID: id,
		name: probe.name,
		probeDisplayName: probe.display_name,
		status,
		severity,
		statusImg: `/images/devices/status${severity}.gif`,
		serverStatus,
		serverMode: "PRIMARY",
		isConnected: String(isConnected),
		lastContact:
			probe.last_contact_at === null ? "" : displayTime(probe.last_contact_at),
		deviceCount: String(probe.devices_count),
		contactPerson: probe.contact_person,
		contactEmail: probe.contact_email,
	};
}

const example = {
	...toWireProbe({
		id: "1000100",
		account_id: "1000007",
		number: 1,
		name: "vienna-1",
		display_name: "Vienna",
		region_id: null,
		contact_person: "Tina Technician",
		contact_email: "tina@customer.example",
		timezone: "Europe/Vienna",
		platform: "linux",
		address: "192.0.2.5",
		status: "connected",
		last_contact_at: "2026-01-05T09:00:00.000Z",
		devices_count: 40,
	}),
	customerID: 1000007,
	customerName: "Acme",
	regionID: null,
};

const schema = shapeOf({
	PROBEID: digits,
	NAME: str,
	DISPLAYNAME: str,
	STATUS: bool,
	ISWINDOWS: bool,
	IPADDRESS: str,
	SITEID: digits,
	TIMEZONE: str,
	probeID: digits,
	name: str,
	probeDisplayName: str,
	status: str,
	severity: digits,
	statusImg: str,
	serverStatus: str,
	serverMode: str,
	isConnected: str,
	lastContact: str,
	deviceCount: digits,
	contactPerson: str,
	contactEmail: str,
	"customerID?": int,
	"customerName?": str,
	"regionID?": { type: ["integer", "null"] },
});

export const probeRoutes: readonly WireRoute[] = endpoint({
	paths: ["admin/listProbes"],
	access: "read",
	operation: "probes.list",
	perMinute: 25,
	scope: "all_customers",
	summary: "List probes with their state",
	tag: "Enterprise",
	parameters: {},
	answer: {
		description: "The probes; none where there are none",
		schema: arrayOf(schema),
		example: [example],
	},
	absent: () => [],
	async handle(call) {
		const narrowed = await narrowing(call);
		if (!narrowed) return [];
		const { probe_number: number, probe_name: name, region_id } = narrowed;
		const probes = await readAll<Probe>(call, "probes.list", {
			...(number === undefined ? {} : { number }),
			...(name === undefined ? {} : { name }),
			...(region_id === undefined ? {} : { region_id }),
		});
		const ownerOf = await ownersOf(call, probes);
		const isProvider = call.caller.home.kind === "provider";
		return probes.map((probe) => ({
			...toWireProbe(probe),
			...ownerOf(probe),
			...(isProvider
				? { regionID: probe.region_id && Number(probe.region_id) }
				: {}),
		}));
	},
});
