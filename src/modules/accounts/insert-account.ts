import { randomInt } from "node:crypto";
import { sql, type Transaction } from "../../db/index.ts";
import { insertGroup } from "../groups/index.ts";
import { insertDefaultPolicies } from "../policies/index.ts";
import { dnsChallenge } from "./dns-challenge.ts";
import { defaultSettings } from "./settings.ts";

export interface NewAccount {
	kind: "provider" | "tenant" | "standalone";
	parentId?: string;
	name: string;
	status?: "pending" | "active";
	domain?: string;
	createdBy?: string | null;
}

export interface InsertedAccount {
	id: string;
	groupAllId: string;
	/** Built-in permission group of a provider. */
	administratorsId: string | undefined;
}

/**
 * Makes an account with what every vendor's client expects to find in a new one: the group All, the Default policy,
 * a default DNS policy, settings, a network range of its own; a provider also gets the group Administrators.
 * The new account comes into view of the transaction for this work only.
 */
export async function insertAccount(
	tx: Transaction,
	account: NewAccount,
): Promise<InsertedAccount> {
	const [next] = await tx.query<{ id: string }>(
		sql`select nextval('object_id') as id`,
	);
	const { id } = next as { id: string };
	return tx.within([id], async () => {
		await tx.query(sql`
			insert into accounts (id, parent_id, kind, name, status, domain, dns_challenge, activated_at, settings, onboarding, network_range, created_by)
			values (${id}, ${account.parentId ?? null}, ${account.kind}, ${account.name}, ${account.status ?? "active"}, ${account.domain ?? ""},
				${dnsChallenge()}, ${account.status === "pending" ? null : new Date()}, ${JSON.stringify(defaultSettings)},
				${JSON.stringify({ signup_form_pending: account.kind !== "tenant", onboarding_flow_pending: true })}, ${drawRange()}, ${account.createdBy ?? null})`);
		const groupAllId = await insertGroup(tx, id, "All", "all");
		await insertDefaultPolicies(tx, id, groupAllId);
		const administratorsId =
			account.kind === "provider"
				? await insertGroup(tx, id, "Administrators", "administrators")
				: undefined;
		return { id, groupAllId, administratorsId };
	});
}

/** One of the 64 ranges of 2^16 addresses in 100.64.0.0/10 (RFC 6598). Tenants may overlap: nothing joins them. */
function drawRange(): string {
	return `100.${64 + randomInt(64)}.0.0/16`;
}
