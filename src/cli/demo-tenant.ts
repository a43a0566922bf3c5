import type { DemoAsk } from "./demo-caller.ts";
import { demoPerson } from "./demo-names.ts";
import { inAMoment, inDays } from "./demo-provider.ts";
import type { SeededRandom } from "./demo-random.ts";

/** Where the devices of a tenant can stand. */
export interface TenantPlaces {
	probeId: string;
	regionId: string;
}

const cities = [
	"Vienna",
	"Lyon",
	"Porto",
	"Gdansk",
	"Leeds",
	"Turin",
	"Malmö",
	"Ghent",
] as const;
const systems = [
	{ os: "windows", os_version: "11", kernel_version: "10.0.26100" },
	{ os: "darwin", os_version: "15.1", kernel_version: "24.1.0" },
	{ os: "linux", os_version: "12", kernel_version: "6.1.0" },
] as const;
/** What machines say of themselves; the last one said good-bye. */
const states = ["Protected", "Encrypted", "Unprotected", "Uninstalled"];
const agent = { agent_version: "0.31.0" };

/** How a tenant differs from the others. */
export interface TenantKind {
	random: SeededRandom;
	/** New computers wait for approval. */
	isCareful: boolean;
	/** It has setup keys of which some have ended. */
	isRollingOut: boolean;
}

/** What a tenant has besides its devices: a site with a probe, people, computers, rules and keys. */
export async function furnishTenant(
	own: DemoAsk,
	account: string,
	{ random, isCareful, isRollingOut }: TenantKind,
): Promise<TenantPlaces> {
	const ask: DemoAsk = (operation, input, options) =>
		own(operation, input, { account, ...options });
	const places = await makeSite(ask, random);
	await makePeople(ask, `customer-${account}`, random);
	const groups = await makeGroups(ask);
	await makeNetwork(ask, groups, random);
	if (isCareful)
		await ask("accounts.update", {
			settings: { extra: { peer_approval_enabled: true } },
		});
	await enrolComputers(ask, groups, random);
	if (isRollingOut) await makeSetupKeys(ask);
	return places;
}

async function makeSite(
	ask: DemoAsk,
	random: SeededRandom,
): Promise<TenantPlaces> {
	const city = random.pick(cities);
	const region = await ask("regions.create", {
		name: city,
		description: `The site in ${city}`,
	});
	const probe = await ask("probes.create", {
		name: `${city}-1`,
		display_name: `Probe in ${city}`,
		region_id: region.id,
	});
	return { probeId: probe.id, regionId: region.id };
}

async function makePeople(
	ask: DemoAsk,
	place: string,
	random: SeededRandom,
): Promise<void> {
	await ask("users.create", {
		...demoPerson(random, place),
		role: "admin",
	});
	await ask("user_invites.create", {
		...demoPerson(random, place),
		role: "auditor",
	});
	const robot = await ask("users.create", {
		kind: "service",
		name: "Inventory",
		role: "auditor",
	});
	await ask("keys.create", {
		kind: "service",
		user_id: robot.id,
		name: "Nightly inventory",
		expires_at: inDays(30 + random.whole(300)),
	});
}

interface TenantGroups {
	servers: string;
	workstations: string;
	key: string;
}

async function makeGroups(ask: DemoAsk): Promise<TenantGroups> {
	const servers = await ask("groups.create", { name: "Servers" });
	const workstations = await ask("groups.create", { name: "Workstations" });
	const { key } = await ask("setup_keys.create", {
		name: "Roll-out",
		type: "reusable",
		groups: [workstations.id],
	});
	return {
		servers: servers.id,
		workstations: workstations.id,
		key: key as string,
	};
}

/** The office, what is in it, who may reach it, and how names are looked up from there. */
async function makeNetwork(
	ask: DemoAsk,
	{ servers, workstations }: TenantGroups,
	random: SeededRandom,
): Promise<void> {
	const network = await ask("networks.create", {
		name: "Office",
		description: "The main site",
	});
	await ask("network_resources.create", {
		network_id: network.id,
		name: "File server",
		address: "10.20.0.10",
		groups: [servers],
	});
	await ask("policies.create", {
		name: "Staff to servers",
		rules: [
			{
				action: "accept",
				protocol: "tcp",
				bidirectional: false,
				ports: [443, 445],
				sources: [workstations],
				destinations: [servers],
			},
		],
	});
	await ask("registered_networks.create", {
		name: "Head office",
		ip_address: `203.0.113.${random.whole(250)}`,
		prefix_length: 32,
		is_dynamic: false,
		status: "OPEN",
	});
	await ask("dns_policies.create", { name: "Guests", type: "dns" });
}

const COMPUTERS = 4;

/** Real machines enrol and then speak; these did both once, so that they fall silent as machines do. */
async function enrolComputers(
	ask: DemoAsk,
	{ key }: TenantGroups,
	random: SeededRandom,
): Promise<void> {
	for (let n = 0; n < COMPUTERS; n++) {
		const machine = { ...random.pick(systems), ...agent };
		const hostname = `${machine.os}-${1 + random.whole(900)}-${n + 1}`;
		const { token } = await ask(
			"endpoints.enroll",
			{ hostname, ...machine },
			{ account: undefined, as: key },
		);
		await ask(
			"endpoints.heartbeat",
			{ status: states[n % states.length] },
			{ account: undefined, as: token as string },
		);
	}
}

async function makeSetupKeys(ask: DemoAsk): Promise<void> {
	await ask("setup_keys.create", {
		name: "Contractors",
		type: "reusable",
		usage_limit: 10,
		expires_at: inDays(5),
	});
	await ask("setup_keys.create", {
		name: "Spring roll-out",
		type: "reusable",
		expires_at: inAMoment(),
	});
}
