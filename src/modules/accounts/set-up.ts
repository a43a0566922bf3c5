import { type Database, sql } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { conflict } from "../../kernel/index.ts";
import { setMembers } from "../groups/index.ts";
import { issueCredential } from "../keys/index.ts";
import { hashPassword, insertUser } from "../users/index.ts";
import { insertAccount } from "./insert-account.ts";

export interface FirstAccount {
	kind: "provider" | "standalone";
	name: string;
	email: string;
	ownerName: string;
	password: string;
}

export interface FirstCredentials {
	accountId: string;
	ownerId: string;
	/** Personal token of the owner. */
	token: string;
	/** An API key of the owner, as a pair. */
	key: { id: string; secret: string };
	/** Another, whole, for the `apikey` header. */
	apiKey: string;
}

/** Held while the first account is made, so that of two set-ups at once one finds it done. */
const LOCK = 7_233_086;

export async function isSetUp(database: Database): Promise<boolean> {
	const [row] = await database
		.reader([])
		.query<{ done: boolean }>(sql`select has_accounts() as done`);
	return row?.done ?? false;
}

/**
 * Makes the first account with its owner, who may use the API, and three credentials of that owner. Happens once.
 * @throws conflict (`already_set_up`)
 */
export async function setUp(
	database: Database,
	pepper: Pepper,
	first: FirstAccount,
): Promise<FirstCredentials> {
	const passwordHash = await hashPassword(first.password);
	return database.transaction([], async (tx) => {
		await tx.query(sql`select pg_advisory_xact_lock(${LOCK})`);
		const [row] = await tx.query<{ done: boolean }>(
			sql`select has_accounts() as done`,
		);
		if (row?.done)
			throw conflict("already_set_up", "This server is set up already.");
		const account = await insertAccount(tx, {
			kind: first.kind,
			name: first.name,
		});
		return tx.within([account.id], async () => {
			const ownerId = await insertUser(tx, {
				accountId: account.id,
				kind: "human",
				email: first.email,
				name: first.ownerName,
				role: "owner",
				apiAccess: true,
				passwordHash,
			});
			if (account.administratorsId)
				await setMembers(tx, account.id, account.administratorsId, "users", [
					ownerId,
				]);
			const issue = (kind: "personal" | "api", name: string) =>
				issueCredential(tx, pepper, {
					accountId: account.id,
					kind,
					name,
					userId: ownerId,
					access: { type: "all" },
					createdBy: { id: ownerId, name: first.ownerName },
				});
			const token = await issue("personal", "First token");
			const pair = await issue("api", "First key pair");
			const whole = await issue("api", "First API key");
			return {
				accountId: account.id,
				ownerId,
				token: token.token,
				key: { id: pair.publicId, secret: pair.secret },
				apiKey: whole.token,
			};
		});
	});
}
