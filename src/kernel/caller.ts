import type { RoleName } from "./roles.ts";

export type CredentialKind =
	| "personal"
	| "service"
	| "api"
	| "mcp"
	| "organization"
	| "network_device"
	| "probe"
	| "endpoint"
	| "session"
	| "setup_key"
	| "system";

/** What a credential opens, before the role cuts it: everything, modules at a level, or single operations. */
export type Access =
	| { type: "all" }
	| { type: "modules"; modules: Record<string, "read" | "write" | "none"> }
	| { type: "operations"; operations: readonly string[] };

export interface CallerUser {
	id: string;
	kind: "human" | "service";
	name: string;
	email: string;
	role: RoleName;
}

/** Who calls: a credential, the account it lives in, and the user whose rights bound it, if there is one. */
export interface Caller {
	credential: {
		id: string;
		kind: CredentialKind;
		name: string;
		access: Access;
		/** Tenants it may enter; none given means all its user may. */
		tenants: readonly string[] | null;
		requireAccount: boolean;
		/** The probe, endpoint or setup key it speaks for. */
		subjectId: string | null;
		expiresAt: Date | null;
	};
	user: CallerUser | null;
	home: {
		id: string;
		kind: "provider" | "tenant" | "standalone";
		parentId: string | null;
		name: string;
		status: string;
	};
}

/** The number that names no object: the id of the server itself where it acts of its own accord. */
const NOBODY = "0";

/** The server itself, acting in an account because time has passed and not because anybody called. */
export function systemCaller(accountId: string): Caller {
	return {
		credential: {
			id: NOBODY,
			kind: "system",
			name: "Reeve",
			access: { type: "operations", operations: [] },
			tenants: null,
			requireAccount: false,
			subjectId: null,
			expiresAt: null,
		},
		user: null,
		home: {
			id: accountId,
			kind: "standalone",
			parentId: null,
			name: "",
			status: "active",
		},
	};
}

/** Who did it, for audit rows and `created_by` columns. */
export function actorOf(caller: Caller): {
	kind: string;
	id: string | null;
	accountId: string;
	name: string;
	email: string;
} {
	const { user, home, credential } = caller;
	if (user)
		return {
			kind: user.kind === "service" ? "service_user" : "user",
			id: user.id,
			accountId: home.id,
			name: user.name,
			email: user.email,
		};
	return {
		kind: credential.kind,
		id: credential.subjectId ?? credentialIdOf(caller),
		accountId: home.id,
		name: credential.name,
		email: "",
	};
}

/** The credential that was used, for audit rows; none where the server acted by itself. */
export function credentialIdOf({ credential }: Caller): string | null {
	return credential.id === NOBODY ? null : credential.id;
}

/** A super administrator: an owner or administrator of a provider or of a standalone account. */
export function isSuperAdministrator(caller: Caller): boolean {
	if (!caller.user || caller.home.kind === "tenant") return false;
	return caller.user.role === "owner" || caller.user.role === "admin";
}
