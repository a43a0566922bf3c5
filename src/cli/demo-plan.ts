import { SeededRandom } from "./demo-random.ts";

/** One call of a demonstration. */
export interface DemoCall {
	operation: string;
	input: Record<string, unknown>;
}

const firstWords = [
	"Northern",
	"Harbour",
	"Silver",
	"Maple",
	"Granite",
	"Blue",
	"Old Mill",
	"Summit",
	"Riverside",
	"Cedar",
	"Union",
	"Atlas",
] as const;
const secondWords = [
	"Dental",
	"Logistics",
	"Foods",
	"Legal",
	"Clinics",
	"Motors",
	"Textiles",
	"Insurance",
	"Schools",
	"Brewery",
	"Optics",
	"Timber",
] as const;
const sites = ["hq", "store", "lab", "depot", "branch"] as const;

/** Kinds of device with what they are called and made by. */
const kinds = [
	{
		category: "Switch",
		type: "Cisco Catalyst 9200",
		vendor: "Cisco",
		short: "sw",
	},
	{
		category: "Router",
		type: "MikroTik CCR2004",
		vendor: "MikroTik",
		short: "rt",
	},
	{
		category: "Firewall",
		type: "FortiGate 60F",
		vendor: "Fortinet",
		short: "fw",
	},
	{ category: "Server", type: "Linux", vendor: "Dell", short: "srv" },
	{ category: "Printer", type: "HP LaserJet", vendor: "HP", short: "prn" },
	{
		category: "WirelessAccessPoint",
		type: "UniFi U6",
		vendor: "Ubiquiti",
		short: "ap",
	},
	{ category: "UPS", type: "APC Smart-UPS", vendor: "APC", short: "ups" },
] as const;

/** The tenants of a demonstration. */
export function tenantCalls(tenants: number, seed: number): DemoCall[] {
	const random = new SeededRandom(seed);
	return Array.from({ length: tenants }, (_, n) => ({
		operation: "tenants.create",
		input: {
			name: `${random.pick(firstWords)} ${random.pick(secondWords)} ${n + 1}`,
			seats: 5 + random.whole(200),
		},
	}));
}

/** A device of a demonstration. */
export interface DeviceCall extends DemoCall {
	tenant: number;
	/** Whether the tenant's probe polls it; the others nobody polls. */
	isProbed: boolean;
}

/** The devices of all tenants, the same number in each. */
export function deviceCalls(
	tenants: number,
	devices: number,
	seed: number,
): DeviceCall[] {
	const random = new SeededRandom(seed + 1);
	return Array.from({ length: devices }, (_, n) => ({
		...deviceCall(random, n, n % tenants),
		isProbed: n % 4 !== 3,
	}));
}

function deviceCall(random: SeededRandom, n: number, tenant: number) {
	const kind = random.pick(kinds);
	const name = `${kind.short}-${random.pick(sites)}-${n + 1}`;
	const address = `10.${tenant % 256}.${Math.floor(n / 250) % 256}.${1 + (n % 250)}`;
	return {
		operation: "devices.create",
		tenant,
		input: {
			name,
			display_name: name,
			ip_address: address,
			category: kind.category,
			type: kind.type,
			vendor: kind.vendor,
			suppressed: n % 60 === 7,
		},
	};
}
