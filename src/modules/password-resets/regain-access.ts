import { randomUUID } from "node:crypto";
import { announceRevocation, type Database } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { systemCaller } from "../../kernel/caller.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { conflict, notFound } from "../../kernel/index.ts";
import { lockPerson, removeAllFactors } from "../second-factors/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import {
	findPerson,
	passwordClosed,
	type SignedInPerson,
} from "../sign-in/index.ts";
import { makeResetLink } from "./reset-store.ts";

/** What became of somebody who was locked out. */
export interface RegainedAccess {
	accountId: string;
	name: string;
	secondFactors: number;
	sessions: number;
	/** Sets a new password, once; none where the person signs in with single sign-on alone. */
	link: { url: string; expiresAt: Date } | undefined;
}

interface Place {
	database: Database;
	pepper: Pepper;
	publicUrl: string;
}

/**
 * Lets somebody back in who has lost password or phone and whom no administrator can help, the last owner above all:
 * takes their second factors, ends their sessions and makes a link for a new password. For whoever runs the server;
 * the log says that it was done there.
 * @throws not_found, conflict (`user_blocked`, `user_not_active`)
 */
export async function regainAccess(
	place: Place,
	email: string,
	now: Date,
): Promise<RegainedAccess> {
	const { database } = place;
	const person = await findPerson(database, email);
	if (!person) throw notFound("user");
	if (person.blocked)
		throw conflict(
			"user_blocked",
			"The user is blocked; an administrator of the account can change that.",
		);
	if (person.status !== "active")
		throw conflict(
			"user_not_active",
			"The user has not come in yet: an invitation or an approval is still to be answered.",
		);
	return database.transaction([person.accountId], async (tx) => {
		const { accountId, userId, name } = person;
		await lockPerson(tx, person);
		const secondFactors = await removeAllFactors(tx, person);
		const sessions = await endSessionsOf(tx, accountId, userId);
		const link = (await passwordClosed(tx, person))
			? undefined
			: await makeResetLink(tx, place, {
					...person,
					createdBy: { id: null, name: "" },
					now,
				});
		const done = { accountId, name, secondFactors, sessions, link };
		await tx.query(regainedEvent(person, done, now));
		await tx.query(announceRevocation(accountId));
		return done;
	});
}

function regainedEvent(
	{ accountId, userId, name }: SignedInPerson,
	{ secondFactors, sessions, link }: RegainedAccess,
	now: Date,
) {
	return insertEvent({
		accountId,
		caller: systemCaller(accountId),
		surface: "command",
		operation: "sign_in.reset_by_command",
		outcome: "done",
		target: { type: "user", id: userId, name },
		before: { second_factors: secondFactors, sessions },
		after: {
			second_factors: 0,
			sessions: 0,
			link_until: link?.expiresAt.toISOString() ?? null,
		},
		reason: "reeve sign-in reset",
		address: "",
		userAgent: "",
		requestId: randomUUID(),
		at: now,
	});
}
