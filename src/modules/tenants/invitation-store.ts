import { type Handle, sql } from "../../db/index.ts";

export interface NewInvitation {
	tenantId: string;
	name: string;
	domain: string;
}

/** Notes an account that may be invited; false when it is noted already. */
export async function insertInvitation(
	db: Handle,
	providerId: string,
	{ tenantId, name, domain }: NewInvitation,
): Promise<boolean> {
	const rows = await db.query(
		sql`insert into tenant_invitations (account_id, tenant_id, name, domain) values (${providerId}, ${tenantId}, ${name}, ${domain})
			on conflict do nothing returning 1 as one`,
	);
	return rows.length > 0;
}

export async function renameInvitation(
	db: Handle,
	providerId: string,
	tenantId: string,
	name: string,
): Promise<void> {
	await db.query(sql`update tenant_invitations set name = ${name}, version = version + 1, updated_at = now()
		where account_id = ${providerId} and tenant_id = ${tenantId}`);
}

/** Asked at a time, or, with null, no longer asked. */
export async function setInvited(
	db: Handle,
	providerId: string,
	tenantId: string,
	at: Date | null,
): Promise<void> {
	await db.query(sql`update tenant_invitations set status = case when ${at}::timestamptz is null then 'existing' else 'invited' end,
		invited_at = ${at}::timestamptz, version = version + 1, updated_at = now() where account_id = ${providerId} and tenant_id = ${tenantId}`);
}

export async function forgetInvitation(
	db: Handle,
	providerId: string,
	tenantId: string,
): Promise<void> {
	await db.query(
		sql`delete from tenant_invitations where account_id = ${providerId} and tenant_id = ${tenantId}`,
	);
}

/** Forgets an account that was noted, and the grants that waited for it. */
export async function removeInvitation(
	db: Handle,
	providerId: string,
	tenantId: string,
): Promise<void> {
	await forgetInvitation(db, providerId, tenantId);
	await db.query(
		sql`delete from grants where account_id = ${providerId} and tenant_id = ${tenantId}`,
	);
}

export interface ReceivedInvitation {
	provider_id: string;
	provider_name: string;
	status: "existing" | "invited";
	invited_at: Date | null;
}

/** Every provider that has noted or asked an account. */
export function invitationsOf(
	db: Handle,
	accountId: string,
): Promise<ReceivedInvitation[]> {
	return db.query<ReceivedInvitation>(
		sql`select provider_id, provider_name, status, invited_at from invitations_of(${accountId}) order by provider_id`,
	);
}
