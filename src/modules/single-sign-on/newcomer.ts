import { announceRevocation, type Handle, sql } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { ReeveError } from "../../kernel/index.ts";
import type { OpenContext } from "../../kernel/open-call.ts";
import { domainOf, type ProviderRow } from "../identity-providers/index.ts";
import { callerOf, loadPerson, type SignedInPerson } from "../sign-in/index.ts";
import { emailTaken, insertUser, type NewUser } from "../users/index.ts";
import type { Identity } from "./redeem-answer.ts";
import { refuseIdentity } from "./refuse-identity.ts";

/**
 * Makes a user of somebody whom nobody has added, where the account wants that: with the role it gives newcomers, and
 * waiting for approval where new users do. @throws forbidden
 */
export async function welcomeNewcomer(
	ctx: OpenContext,
	provider: ProviderRow,
	identity: Identity,
): Promise<SignedInPerson> {
	const { database } = ctx.resources;
	const accountId = provider.account_id;
	const reader = database.reader([accountId]);
	const user = await userFor(ctx, reader, provider, identity);
	const person = await database.transaction([accountId], async (tx) => {
		const userId = await insertUser(tx, user).catch((error) => {
			if (error instanceof ReeveError)
				refuseIdentity(ctx, provider, identity, "other_account");
			throw error;
		});
		await tx.query(sql`update users set identity_subject = ${identity.subject}
			where account_id = ${accountId} and id = ${userId}`);
		await tx.query(announceRevocation(accountId));
		const home = await homeOf(tx, accountId);
		const made = madePerson(user, userId, home);
		await tx.query(newcomerEvent(ctx, made));
		return made;
	});
	ctx.revoked(accountId);
	return (await loadPerson(database, accountId, person.userId)) ?? person;
}

async function userFor(
	ctx: OpenContext,
	reader: Handle,
	provider: ProviderRow,
	identity: Identity,
): Promise<NewUser> {
	const { email, name, firstName, lastName } = identity;
	const role = provider.newcomer_role;
	if (email === undefined)
		return refuseIdentity(ctx, provider, identity, "email_unverified");
	if (await emailTaken(reader, email))
		return refuseIdentity(ctx, provider, identity, "other_account");
	if (!provider.domains.includes(domainOf(email)))
		return refuseIdentity(ctx, provider, identity, "domain");
	if (role === null)
		return refuseIdentity(ctx, provider, identity, "not_invited");
	return {
		accountId: provider.account_id,
		kind: "human",
		email,
		name: name || email,
		firstName,
		lastName,
		role,
		status: (await awaitsApproval(reader, provider.account_id))
			? "pending"
			: "active",
		issued: "integration",
	};
}

async function awaitsApproval(
	reader: Handle,
	accountId: string,
): Promise<boolean> {
	const [row] = await reader.query<{ awaits: boolean }>(sql`
		select coalesce((settings->'extra'->>'user_approval_required')::boolean, true) as awaits
		from accounts where id = ${accountId}`);
	return row?.awaits ?? true;
}

async function homeOf(
	db: Handle,
	accountId: string,
): Promise<SignedInPerson["home"]> {
	const [row] = await db.query<SignedInPerson["home"]>(sql`
		select id, kind, parent_id as "parentId", name, status from accounts where id = ${accountId}`);
	if (!row) throw new Error("the account of the identity provider is gone");
	return row;
}

function madePerson(
	user: NewUser,
	userId: string,
	home: SignedInPerson["home"],
): SignedInPerson {
	const { accountId, name, email, role, status = "active" } = user;
	return {
		accountId,
		userId,
		name,
		email,
		role,
		status,
		blocked: false,
		passwordMark: "",
		home,
	};
}

function newcomerEvent(ctx: OpenContext, person: SignedInPerson) {
	const { accountId, userId: id, name, email, role, status } = person;
	return insertEvent({
		accountId,
		caller: callerOf(person, undefined),
		surface: "console",
		operation: "users.create",
		outcome: "done",
		target: { type: "user", id, name },
		before: undefined,
		after: { email, name, role, status, issued: "integration" },
		reason: "",
		address: ctx.address,
		userAgent: ctx.userAgent,
		requestId: ctx.requestId,
		at: ctx.now,
	});
}
