import type { ModuleName } from "./modules.ts";

/**
 * What each role may do, in one table. `write` includes reading. What is not listed is none. Above the table there
 * are no exceptions, but for `withheld`: single operations that a role with the module still may not call.
 */
export type Right = "read" | "write";

export interface Role {
	title: string;
	/** Order for "the highest role wins" when several grants reach one tenant. */
	rank: number;
	rights: Partial<Record<ModuleName, Right>> | Right;
	withheld?: readonly string[];
	extra?: readonly string[];
}

export const roles = {
	owner: { title: "Owner", rank: 7, rights: "write" },
	admin: {
		title: "Administrator",
		rank: 6,
		rights: "write",
		withheld: ["accounts.delete"],
	},
	network_admin: {
		title: "Network administrator",
		rank: 5,
		rights: {
			networks: "write",
			groups: "write",
			policies: "write",
			keys: "write",
			devices: "write",
			accounts: "read",
			users: "read",
			setup_keys: "read",
			endpoints: "read",
			probes: "read",
			regions: "read",
			audit: "read",
			limits: "read",
		},
	},
	operator: {
		title: "Operator",
		rank: 4,
		rights: {
			devices: "write",
			endpoints: "write",
			keys: "write",
			accounts: "read",
			users: "read",
			groups: "read",
			networks: "read",
			policies: "read",
			setup_keys: "read",
			probes: "read",
			regions: "read",
			audit: "read",
			limits: "read",
		},
	},
	auditor: { title: "Auditor", rank: 3, rights: "read" },
	billing_admin: {
		title: "Billing administrator",
		rank: 2,
		rights: { accounts: "read", tenants: "read", limits: "read" },
	},
	user: { title: "User", rank: 1, rights: {} },
} as const satisfies Record<string, Role>;

export type RoleName = keyof typeof roles;
export const roleNames = Object.keys(roles) as RoleName[];

/** Whether a role may call an operation, by the table alone. */
export function roleAllows(
	role: RoleName,
	operation: { id: string; module: ModuleName; access: Right },
): boolean {
	const entry: Role = roles[role];
	if (entry.withheld?.includes(operation.id)) return false;
	if (entry.extra?.includes(operation.id)) return true;
	const right =
		typeof entry.rights === "string"
			? entry.rights
			: entry.rights[operation.module];
	return right === "write" || right === operation.access;
}

/** The higher of two roles. */
export function higherRole(a: RoleName, b: RoleName): RoleName {
	return roles[a].rank >= roles[b].rank ? a : b;
}
