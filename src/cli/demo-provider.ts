import type { DemoAsk } from "./demo-caller.ts";
import { demoPerson } from "./demo-names.ts";
import type { SeededRandom } from "./demo-random.ts";

const DAY_MS = 86_400_000;

/** Long enough for the call itself, over before anybody looks. */
const MOMENT_MS = 2_000;

export function inDays(days: number): string {
	return new Date(Date.now() + days * DAY_MS).toISOString();
}

export function inAMoment(): string {
	return new Date(Date.now() + MOMENT_MS).toISOString();
}

const roles = [
	"admin",
	"network_admin",
	"operator",
	"operator",
	"auditor",
	"billing_admin",
] as const;

const SHIFT = "Night shift";

/**
 * What a provider has besides its tenants: people in every role, a night shift that reaches some tenants, keys. A
 * second demonstration finds it there and adds nothing.
 */
export async function furnishProvider(
	ask: DemoAsk,
	tenantIds: readonly string[],
	random: SeededRandom,
): Promise<void> {
	const before = await ask("groups.list", { name: SHIFT });
	if (before.data?.length) return;
	const people: string[] = [];
	for (const role of roles) {
		const person = demoPerson(random, "provider");
		people.push((await ask("users.create", { ...person, role })).id);
	}
	const [, , operator, second] = people;
	const users = [operator, second].filter((id) => id !== undefined);
	const shift = await ask("groups.create", { name: SHIFT, users });
	for (const tenant_id of tenantIds.filter((_, n) => n % 3 === 0))
		await ask("grants.create", {
			group_id: shift.id,
			tenant_id,
			role: "operator",
		});
	await ask("user_invites.create", {
		...demoPerson(random, "provider"),
		role: "operator",
	});
	await makeKeys(ask);
	await suspendLast(ask, tenantIds);
}

const reading = { type: "modules", modules: { devices: "read" } };

/** Keys in every state that a key can be in. */
async function makeKeys(ask: DemoAsk): Promise<void> {
	const robot = await ask("users.create", {
		kind: "service",
		name: "Ticket system",
		role: "operator",
	});
	const service = { kind: "service", user_id: robot.id };
	await ask("keys.create", {
		...service,
		name: "Tickets from alarms",
		access: reading,
		expires_at: inDays(200),
	});
	await ask("keys.create", {
		...service,
		name: "Old ticket system",
		expires_at: inAMoment(),
	});
	await ask("keys.create", {
		kind: "api",
		name: "Billing export",
		description: "Counts seats at the end of each month",
		access: {
			type: "operations",
			operations: ["tenants.list", "tenants.usage"],
		},
		expires_at: inDays(9),
	});
	await ask("keys.create", {
		kind: "mcp",
		name: "Assistant of the service desk",
		access: reading,
		expires_at: inDays(60),
	});
	await ask("keys.create", {
		kind: "organization",
		name: "Umbrella management",
		opens: "umbrella_management",
	});
	const lost = await ask("keys.create", {
		kind: "api",
		name: "Lost laptop",
		access: reading,
		expires_at: inDays(120),
	});
	await ask("keys.disable", { id: lost.id });
}

/** One tenant that stopped paying. */
async function suspendLast(
	ask: DemoAsk,
	tenantIds: readonly string[],
): Promise<void> {
	const last = tenantIds.at(-1);
	if (last !== undefined && tenantIds.length > 3)
		await ask("tenants.suspend", { id: last });
}
