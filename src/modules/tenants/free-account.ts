import { type Handle, sql } from "../../db/index.ts";

/** Makes a person of an account its one owner; false when there is no such person. */
export async function makeOwner(
	db: Handle,
	accountId: string,
	userId: string,
): Promise<boolean> {
	const rows =
		await db.query(sql`update users set role = 'owner', version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${userId} and kind = 'human' and status = 'active' and not blocked returning 1 as one`);
	if (rows.length === 0) return false;
	await db.query(sql`update users set role = 'admin', version = version + 1, updated_at = now()
		where account_id = ${accountId} and role = 'owner' and id <> ${userId}`);
	return true;
}

/** Takes an account out of its provider's tree. Runs with the account itself in view. */
export async function freeAccount(db: Handle, id: string): Promise<void> {
	await db.query(sql`update accounts set kind = 'standalone', parent_id = null, subscription = null, suspended_at = null,
		status = 'active', activated_at = coalesce(activated_at, now()), version = version + 1, updated_at = now() where id = ${id}`);
}

/** Puts an account below a provider; its owners become administrators. Runs with both in view. */
export async function joinProvider(
	db: Handle,
	id: string,
	providerId: string,
	name: string,
): Promise<void> {
	await db.query(sql`update accounts set kind = 'tenant', parent_id = ${providerId}, name = ${name}, subscription = null, is_trial = true,
		status = 'active', activated_at = coalesce(activated_at, now()), version = version + 1, updated_at = now() where id = ${id}`);
	await db.query(sql`update users set role = 'admin', version = version + 1, updated_at = now()
		where account_id = ${id} and role = 'owner'`);
}

/**
 * Ends what people of another account made in this one and may have kept the secret of. Credentials of machines that
 * enrolled stay: they were made by the machines. Answers how many ended.
 */
export async function disableForeignKeys(
	db: Handle,
	accountId: string,
): Promise<{ credentials: number; setup_keys: number }> {
	const foreign = sql`created_by is not null and not exists (select 1 from users u where u.account_id = ${accountId} and u.id = created_by)`;
	const credentials =
		await db.query(sql`update credentials set enabled = false, version = version + 1, updated_at = now()
		where account_id = ${accountId} and enabled and kind not in ('probe', 'endpoint') and ${foreign} returning 1 as one`);
	const setupKeys =
		await db.query(sql`update setup_keys set revoked = true, version = version + 1, updated_at = now()
		where account_id = ${accountId} and not revoked and ${foreign} returning 1 as one`);
	return { credentials: credentials.length, setup_keys: setupKeys.length };
}
