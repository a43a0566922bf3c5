import { type Handle, sql } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { ReeveError } from "../../kernel/index.ts";
import type { OpenContext } from "../../kernel/open-call.ts";
import type { ProviderRow } from "../identity-providers/index.ts";
import { callerOf, loadPerson, type SignedInPerson } from "../sign-in/index.ts";
import { takeInviteOf } from "../user-invites/index.ts";
import type { Identity } from "./redeem-answer.ts";
import { refuseIdentity } from "./refuse-identity.ts";

interface Match {
	id: string;
	identity_subject: string | null;
}

/**
 * The person of the provider's account whom an identity names: by the provider's lasting name of them, else by a
 * verified address, which then is tied to that name. Somebody who was invited has accepted thereby.
 * @throws forbidden where that person is not to be let in so
 */
export async function knownPerson(
	ctx: OpenContext,
	provider: ProviderRow,
	identity: Identity,
): Promise<SignedInPerson | undefined> {
	const { database } = ctx.resources;
	const accountId = provider.account_id;
	const match = await findMatch(
		database.reader([accountId]),
		accountId,
		identity,
	);
	const person = match && (await loadPerson(database, accountId, match.id));
	if (!person) return undefined;
	if (person.role === "owner" && !provider.include_owner)
		refuseIdentity(ctx, provider, person, "owner_password");
	if (match.identity_subject === identity.subject) return person;
	if (match.identity_subject !== null)
		refuseIdentity(ctx, provider, person, "other_identity");
	// Whoever is not let in anyway is refused by the end of the sign-in, and tied to nothing.
	if (person.blocked || person.status === "pending") return person;
	return tie(ctx, provider, person, identity);
}

/**
 * In an address only the case of plain letters is nothing: the database takes some others (U+0130, U+212A) for `i` and
 * `k` as well, and whoever has such an address is somebody else.
 */
async function findMatch(
	db: Handle,
	accountId: string,
	{ subject, email }: Identity,
): Promise<Match | undefined> {
	const [found] = await db.query<Match>(sql`
		select id, identity_subject from users where account_id = ${accountId} and kind = 'human'
		and (identity_subject = ${subject}
			or (lower(email) = lower(${email ?? null}) and lower(email collate "C") = lower(${email ?? null}::text collate "C")))
		order by (identity_subject = ${subject}) desc nulls last limit 1`);
	return found;
}

async function tie(
	ctx: OpenContext,
	provider: ProviderRow,
	person: SignedInPerson,
	identity: Identity,
): Promise<SignedInPerson> {
	const { database } = ctx.resources;
	const { accountId, userId } = person;
	await database.transaction([accountId], async (tx) => {
		await tx.query(sql`update users set identity_subject = ${identity.subject}, version = version + 1, updated_at = now()
			where account_id = ${accountId} and id = ${userId} and identity_subject is null`);
		if (person.status === "invited")
			await accept(ctx, provider, person, (taking) =>
				takeInviteOf(tx, person, taking),
			);
		await tx.query(tieEvent(ctx, person, identity));
	});
	ctx.revoked(accountId);
	return (await loadPerson(database, accountId, userId)) ?? person;
}

async function accept(
	ctx: OpenContext,
	provider: ProviderRow,
	person: SignedInPerson,
	take: (taking: Parameters<typeof takeInviteOf>[2]) => Promise<void>,
): Promise<void> {
	try {
		await take({
			caller: callerOf(person, undefined),
			surface: "console",
			address: ctx.address,
			userAgent: ctx.userAgent,
			id: ctx.requestId,
			now: ctx.now,
		});
	} catch (error) {
		if (error instanceof ReeveError)
			refuseIdentity(ctx, provider, person, "invite_expired");
		throw error;
	}
}

function tieEvent(
	ctx: OpenContext,
	person: SignedInPerson,
	{ subject }: Identity,
) {
	const { accountId, userId: id, name } = person;
	return insertEvent({
		accountId,
		caller: callerOf(person, undefined),
		surface: "console",
		operation: ctx.operation,
		outcome: "done",
		target: { type: "user", id, name },
		before: { identity_subject: null },
		after: { identity_subject: subject },
		reason: "",
		address: ctx.address,
		userAgent: ctx.userAgent,
		requestId: ctx.requestId,
		at: ctx.now,
	});
}
