import { sql } from "../../db/index.ts";
import type { GateResources } from "./gate-resources.ts";
import type { Identity } from "./load-identity.ts";

interface SetupKeyRow {
	id: string;
	name: string;
	account_id: string;
	account_kind: "provider" | "tenant" | "standalone";
	parent_id: string | null;
	account_name: string;
	account_status: string;
}

/**
 * A setup key opens enrolment and nothing else. Whether it is expired, revoked or used up is the enrolment's own
 * question, asked under a lock; never cached.
 */
export async function identifySetupKey(
	resources: GateResources,
	key: string,
	stamp: number,
): Promise<Identity | undefined> {
	const found = await findSetupKey(resources, key);
	if (!found) return undefined;
	const [row] = await resources.database
		.reader([found.account_id])
		.query<SetupKeyRow>(sql`
		select k.id, k.name, a.id as account_id, a.kind as account_kind, a.parent_id, a.name as account_name, a.status as account_status
		from setup_keys k join accounts a on a.id = k.account_id where k.account_id = ${found.account_id} and k.id = ${found.id}`);
	return row && toIdentity(row, stamp);
}

/** A key made before the pepper changed is stored under the one before. */
async function findSetupKey(
	{ pepper, database }: GateResources,
	key: string,
): Promise<{ account_id: string; id: string } | undefined> {
	for (const version of pepper.versions) {
		const hash = pepper.hash(key, version);
		const [found] = await database
			.reader([])
			.query<{ account_id: string; id: string }>(
				sql`select * from find_setup_key(${hash})`,
			);
		if (found) return found;
	}
	return undefined;
}

function toIdentity(row: SetupKeyRow, stamp: number): Identity {
	return {
		caller: {
			credential: {
				id: row.id,
				kind: "setup_key",
				name: row.name,
				access: { type: "operations", operations: ["endpoints.enroll"] },
				tenants: null,
				requireAccount: false,
				subjectId: row.id,
				expiresAt: null,
			},
			user: null,
			home: {
				id: row.account_id,
				kind: row.account_kind,
				parentId: row.parent_id,
				name: row.account_name,
				status: row.account_status,
			},
		},
		stamp,
		enabled: true,
		validUntilMs: Number.POSITIVE_INFINITY,
		reviewAtMs: Number.POSITIVE_INFINITY,
		expiresAtMs: Number.POSITIVE_INFINITY,
		allowedAddresses: [],
		blocked: false,
		pending: false,
		apiAccess: true,
	};
}
