import { type Handle, join, type Sql, sql } from "../../db/index.ts";
import { conflict } from "../../kernel/index.ts";

/**
 * Removes one endpoint with what speaks for it or applies to it. Its groups let go of it by themselves.
 * @throws conflict (`endpoint_linked`) while it routes for a network
 */
export function removeEndpoint(
	db: Handle,
	accountId: string,
	id: string,
): Promise<void> {
	return removeWhere(db, accountId, sql`e.id = ${id}`);
}

/** The same for all endpoints of a user. */
export function removeEndpointsOf(
	db: Handle,
	accountId: string,
	userId: string,
): Promise<void> {
	return removeWhere(db, accountId, sql`e.user_id = ${userId}`);
}

async function removeWhere(
	db: Handle,
	accountId: string,
	which: Sql,
): Promise<void> {
	const [router] = await db.query<{ name: string; network: string }>(sql`
		select e.name, n.name as network from endpoints e
		join network_routers r on r.account_id = e.account_id and r.endpoint_id = e.id
		join networks n on n.account_id = r.account_id and n.id = r.network_id
		where e.account_id = ${accountId} and ${which} limit 1`);
	if (router)
		throw conflict(
			"endpoint_linked",
			`The endpoint ${router.name} routes for the network ${router.network}.`,
			{ endpoint: router.name, network: router.network },
		);
	const those = sql`(select e.id from endpoints e where e.account_id = ${accountId} and ${which})`;
	await db.query(
		sql`delete from credentials where account_id = ${accountId} and kind = 'endpoint' and subject_id in ${those}`,
	);
	await db.query(
		sql`delete from dns_policy_identities where account_id = ${accountId} and origin_id in ${those}`,
	);
	await db.query(
		join(
			[sql`delete from endpoints e where e.account_id = ${accountId}`, which],
			" and ",
		),
	);
}
