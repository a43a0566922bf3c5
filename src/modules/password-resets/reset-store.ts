import { type Database, type Handle, sql } from "../../db/index.ts";
import {
	linkTo,
	linkTokenHashes,
	mintLinkToken,
} from "../../kernel/credentials/link-token.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import type { Resources } from "../../kernel/resources.ts";

/** How long a reset link opens, in ms: long enough to read one's mail, short enough to be forgotten in a mailbox. */
const RESET_MS = 60 * 60_000;

export interface ResetLink {
	url: string;
	expiresAt: Date;
}

/** Makes the one reset link of a user; one that was made before opens nothing more. */
export async function makeResetLink(
	db: Handle,
	{ pepper, publicUrl }: Pick<Resources, "pepper" | "publicUrl">,
	reset: {
		accountId: string;
		userId: string;
		createdBy: { id: string | null; name: string };
		now: Date;
	},
): Promise<ResetLink> {
	const token = mintLinkToken("reset");
	const expiresAt = new Date(reset.now.getTime() + RESET_MS);
	const { accountId, userId, createdBy } = reset;
	await db.query(sql`insert into password_resets (account_id, user_id, token_hash, expires_at, created_by, created_by_name, created_at)
		values (${accountId}, ${userId}, ${pepper.hash(token)}, ${expiresAt}, ${createdBy.id}, ${createdBy.name}, ${reset.now})
		on conflict (account_id, user_id) do update set token_hash = excluded.token_hash, expires_at = excluded.expires_at,
			created_by = excluded.created_by, created_by_name = excluded.created_by_name, created_at = excluded.created_at`);
	return { url: linkTo("reset", publicUrl, token), expiresAt };
}

/** When the user's last reset link was made, whoever made it. */
export async function lastResetAt(
	db: Handle,
	accountId: string,
	userId: string,
): Promise<Date | undefined> {
	const [row] = await db.query<{ created_at: Date }>(
		sql`select created_at from password_resets where account_id = ${accountId} and user_id = ${userId}`,
	);
	return row?.created_at;
}

export interface OpenReset {
	accountId: string;
	id: string;
	userId: string;
	expiresAt: Date;
}

/** The reset that a link's token opens, if it still does: not once the password was changed in another way. */
export async function findReset(
	{
		database,
		pepper,
		clock,
	}: { database: Database; pepper: Pepper; clock: { now(): Date } },
	token: string,
): Promise<OpenReset | undefined> {
	for (const hash of linkTokenHashes(pepper, "reset", token)) {
		const [place] = await database
			.reader([])
			.query<{ account_id: string; id: string }>(
				sql`select * from find_password_reset(${hash})`,
			);
		if (!place) continue;
		const [found] = await database
			.reader([place.account_id])
			.query<OpenReset>(sql`select r.account_id as "accountId", r.id, r.user_id as "userId", r.expires_at as "expiresAt"
				from password_resets r join users u on u.account_id = r.account_id and u.id = r.user_id
				where r.account_id = ${place.account_id} and r.id = ${place.id} and r.expires_at > ${clock.now()}
				and (u.password_changed_at is null or u.password_changed_at <= r.created_at)`);
		return found;
	}
	return undefined;
}

/** Uses a reset up. Answers whether this call did: of two at once one goes on. */
export async function takeReset(
	db: Handle,
	{ accountId, id }: OpenReset,
	now: Date,
): Promise<boolean> {
	const rows = await db.query(sql`delete from password_resets
		where account_id = ${accountId} and id = ${id} and expires_at > ${now} returning 1 as one`);
	return rows.length > 0;
}
