import { announceRevocation, type Database, sql } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import type { Caller } from "../../kernel/caller.ts";
import { linkTokenHashes } from "../../kernel/credentials/link-token.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { conflict, notFound, type RoleName } from "../../kernel/index.ts";
import { assertPassword, hashPassword } from "../users/index.ts";
import { invites } from "./invite-store.ts";

/** Nobody is signed in where an invitation is opened, so these two are no operations: a surface calls them. */
interface InviteResources {
	database: Database;
	pepper: Pepper;
	clock: { now(): Date };
}

/** What an invitation says to whoever holds its token. */
export interface OpenInvite {
	email: string;
	name: string;
	expiresAt: Date;
	/** Whether it can still be accepted. */
	valid: boolean;
	invitedBy: string;
}

interface Found extends Omit<OpenInvite, "valid"> {
	accountId: string;
	accountName: string;
	accountKind: Caller["home"]["kind"];
	parentId: string | null;
	inviteId: string;
	userId: string;
	role: RoleName;
}

/** Looks an invitation up by its token. @throws not_found when no invitation has it */
export async function findInvite(
	resources: InviteResources,
	token: string,
): Promise<OpenInvite> {
	const { email, name, expiresAt, invitedBy } = await find(resources, token);
	const valid = expiresAt > resources.clock.now();
	return { email, name, expiresAt, valid, invitedBy };
}

/**
 * Takes an invitation: the user gets the password and is active; the token opens nothing more.
 * @throws not_found, conflict (`invite_expired`), invalid (the password's rule)
 */
export async function acceptInvite(
	resources: InviteResources,
	token: string,
	password: string,
	request: { address: string; userAgent: string; id: string; surface: string },
): Promise<void> {
	const { database, clock } = resources;
	const found = await find(resources, token);
	assertPassword(password);
	const passwordHash = await hashPassword(password);
	const { accountId, userId, inviteId } = found;
	await database.transaction([accountId], async (tx) => {
		const inside = { db: tx, account: { id: accountId } };
		const invite = await invites.lock(inside, inviteId);
		if (!invite) throw notFound("invite");
		if (invite.expires_at <= clock.now())
			throw conflict("invite_expired", "The invitation has expired.");
		await tx.query(sql`update users set password_hash = ${passwordHash}, status = 'active', version = version + 1, updated_at = now()
			where account_id = ${accountId} and id = ${userId} and status = 'invited'`);
		await invites.remove(inside, inviteId);
		await tx.query(
			insertEvent({
				accountId,
				caller: callerOf(found),
				surface: request.surface,
				operation: "user_invites.accept",
				outcome: "done",
				target: { type: "user", id: userId, name: found.name },
				before: { status: "invited" },
				after: { status: "active" },
				reason: "",
				address: request.address,
				userAgent: request.userAgent,
				requestId: request.id,
				at: clock.now(),
			}),
		);
		await tx.query(announceRevocation(accountId));
	});
}

async function find(
	{ database, pepper }: InviteResources,
	token: string,
): Promise<Found> {
	for (const hash of linkTokenHashes(pepper, "invitation", token)) {
		const [place] = await database
			.reader([])
			.query<{ account_id: string; id: string }>(
				sql`select * from find_invite(${hash})`,
			);
		if (!place) continue;
		const [found] = await database
			.reader([place.account_id])
			.query<Found>(sql`select t.account_id as "accountId", a.name as "accountName", a.kind as "accountKind", a.parent_id as "parentId",
				t.id as "inviteId", t.user_id as "userId", u.email, u.name, u.role, t.expires_at as "expiresAt", t.created_by_name as "invitedBy"
				from user_invites t join users u on u.account_id = t.account_id and u.id = t.user_id join accounts a on a.id = t.account_id
				where t.account_id = ${place.account_id} and t.id = ${place.id}`);
		if (found) return found;
	}
	throw notFound("invite");
}

/** The invited person, for the audit row: the invitation is what they came with. */
function callerOf(found: Found): Caller {
	const { accountId: id, accountKind: kind, parentId } = found;
	return {
		credential: {
			id: found.inviteId,
			kind: "personal",
			name: "Invitation",
			access: { type: "operations", operations: [] },
			tenants: null,
			requireAccount: false,
			subjectId: null,
			expiresAt: found.expiresAt,
		},
		user: {
			id: found.userId,
			kind: "human",
			name: found.name,
			email: found.email,
			role: found.role,
		},
		home: { id, kind, parentId, name: found.accountName, status: "active" },
	};
}
