import { type Database, sql } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import {
	type Presented,
	readToken,
} from "../../kernel/credentials/presented.ts";
import { ReeveError } from "../../kernel/index.ts";
import { issueCredential } from "../keys/index.ts";

/** A personal token of the first provider's owner, for a command that works through the gate. */
export interface TemporaryToken {
	presented: Presented;
	remove(): Promise<void>;
}

const LIFE_MS = 60 * 60 * 1000;

/** Makes a token that expires within the hour; `remove` ends it sooner. @throws when there is no provider with an owner */
export async function temporaryOwnerToken(
	database: Database,
	pepper: Pepper,
	name: string,
): Promise<TemporaryToken> {
	const owner = await firstOwner(database);
	if (!owner)
		throw new ReeveError(
			"conflict",
			"There is no provider with an owner yet: run reeve start or reeve setup first.",
			{ reason: "not_set_up" },
		);
	const { account_id: accountId, id, name: ownerName } = owner;
	const issued = await database.transaction([accountId], (tx) =>
		issueCredential(tx, pepper, {
			accountId,
			kind: "personal",
			name,
			userId: id,
			access: { type: "all" },
			expiresAt: new Date(Date.now() + LIFE_MS),
			createdBy: { id, name: ownerName },
		}),
	);
	return {
		presented: readToken(issued.token),
		remove: () =>
			database.transaction(
				[accountId],
				async (tx) =>
					void (await tx.query(
						sql`delete from credentials where account_id = ${accountId} and id = ${issued.id}`,
					)),
			),
	};
}

async function firstOwner(
	database: Database,
): Promise<{ account_id: string; id: string; name: string } | undefined> {
	const [all] = await database
		.reader([])
		.query<{ ids: string[] }>(sql`select account_ids() as ids`);
	const [owner] = await database
		.reader(all?.ids ?? [])
		.query<{ account_id: string; id: string; name: string }>(sql`
		select u.account_id, u.id, u.name from users u join accounts a on a.id = u.account_id
		where a.kind = 'provider' and u.role = 'owner' and u.kind = 'human' and u.api_access and not u.blocked order by u.id limit 1`);
	return owner;
}
