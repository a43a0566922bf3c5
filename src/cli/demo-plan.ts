import { SeededRandom } from "./demo-random.ts";

/** One call of a demonstration: which operation, in which tenant (by number; none is the provider), with what. */
export interface DemoCall {
	operation: string;
	tenant: number | undefined;
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
		tenant: undefined,
		input: {
			name: `${random.pick(firstWords)} ${random.pick(secondWords)} ${n + 1}`,
			seats: 5 + random.whole(200),
		},
	}));
}

/** What is then made in each tenant: networks, groups, a setup key, and its share of the devices. */
export function contentCalls(
	tenants: number,
	devices: number,
	seed: number,
): DemoCall[] {
	const random = new SeededRandom(seed + 1);
	const calls: DemoCall[] = [];
	for (let tenant = 0; tenant < tenants; tenant++) {
		calls.push({
			operation: "networks.create",
			tenant,
			input: { name: "Office", description: "The main site" },
		});
		calls.push({
			operation: "groups.create",
			tenant,
			input: { name: "Servers" },
		});
		calls.push({
			operation: "groups.create",
			tenant,
			input: { name: "Workstations" },
		});
		calls.push({
			operation: "setup_keys.create",
			tenant,
			input: { name: "Roll-out", type: "reusable" },
		});
	}
	for (let n = 0; n < devices; n++)
		calls.push(deviceCall(random, n, n % tenants));
	return calls;
}

function deviceCall(random: SeededRandom, n: number, tenant: number): DemoCall {
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
		},
	};
}
