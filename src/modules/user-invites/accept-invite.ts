import { type Database, sql } from "../../db/index.ts";
import type { Caller } from "../../kernel/caller.ts";
import { linkTokenHashes } from "../../kernel/credentials/link-token.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { conflict, notFound, type RoleName } from "../../kernel/index.ts";
import { isPasswordClosed } from "../identity-providers/index.ts";
import { assertPassword, hashPassword } from "../users/index.ts";
import { takeInvite } from "./take-invite.ts";

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
	organization: string;
	expiresAt: Date;
	/** Whether it can still be accepted. */
	valid: boolean;
	invitedBy: string;
	/** Whether it is accepted by signing in at the organization's identity provider, and by no password. */
	passwordClosed: boolean;
}

interface Found {
	accountId: string;
	accountName: string;
	accountKind: Caller["home"]["kind"];
	parentId: string | null;
	inviteId: string;
	userId: string;
	email: string;
	name: string;
	role: RoleName;
	expiresAt: Date;
	invitedBy: string;
}

/** Looks an invitation up by its token. @throws not_found when no invitation has it */
export async function findInvite(
	resources: InviteResources,
	token: string,
): Promise<OpenInvite> {
	const found = await find(resources, token);
	const { email, name, accountName, expiresAt, invitedBy } = found;
	return {
		email,
		name,
		organization: accountName,
		expiresAt,
		valid: expiresAt > resources.clock.now(),
		invitedBy,
		passwordClosed: await isClosed(resources, found),
	};
}

/**
 * Takes an invitation: the user gets the password and is active; the token opens nothing more. Answers whose it was.
 * @throws not_found, conflict (`invite_expired`, `sso_required`), invalid (the password's rule)
 */
export async function acceptInvite(
	resources: InviteResources,
	token: string,
	password: string,
	request: { address: string; userAgent: string; id: string; surface: string },
): Promise<{ accountId: string; userId: string }> {
	const { database, clock } = resources;
	const found = await find(resources, token);
	assertPassword(password);
	if (await isClosed(resources, found))
		throw conflict(
			"sso_required",
			"Your organization has you sign in with its own account; use single sign-on.",
		);
	const passwordHash = await hashPassword(password);
	const { accountId, userId } = found;
	await database.transaction([accountId], (tx) =>
		takeInvite(tx, found, {
			passwordHash,
			caller: callerOf(found),
			...request,
			now: clock.now(),
		}),
	);
	return { accountId, userId };
}

function isClosed(
	{ database }: InviteResources,
	found: Found,
): Promise<boolean> {
	return isPasswordClosed(database.reader([found.accountId]), found);
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
