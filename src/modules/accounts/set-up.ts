import { type Database, sql, type Transaction } from "../../db/index.ts";
import type { Pepper } from "../../kernel/credentials/pepper.ts";
import { conflict } from "../../kernel/index.ts";
import { setMembers } from "../groups/index.ts";
import { type IssuedCredential, issueCredential } from "../keys/index.ts";
import { hashPassword, insertUser } from "../users/index.ts";
import { type InsertedAccount, insertAccount } from "./insert-account.ts";

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

/** The first account and its owner, as they are inside the transaction that makes them. */
export interface FirstOwner {
	accountId: string;
	ownerId: string;
	/** Makes a credential of the owner. */
	issue(
		kind: "personal" | "api",
		name: string,
		expiresAt?: Date,
	): Promise<IssuedCredential>;
}

/** Makes the first account with its owner and three credentials of that owner. Happens once. @throws conflict (`already_set_up`) */
export function setUp(
	database: Database,
	pepper: Pepper,
	first: FirstAccount,
): Promise<FirstCredentials> {
	return makeFirstAccount(database, pepper, first, async (owner) => {
		const { accountId, ownerId } = owner;
		const token = await owner.issue("personal", "First token");
		const pair = await owner.issue("api", "First key pair");
		const whole = await owner.issue("api", "First API key");
		return {
			accountId,
			ownerId,
			token: token.token,
			key: { id: pair.publicId, secret: pair.secret },
			apiKey: whole.token,
		};
	});
}

/**
 * Makes the first account with its owner, who may use the API, and lets the caller make the owner's first credentials
 * in the same transaction. Happens once.
 * @throws conflict (`already_set_up`)
 */
export async function makeFirstAccount<T>(
	database: Database,
	pepper: Pepper,
	first: FirstAccount,
	equip: (owner: FirstOwner) => Promise<T>,
): Promise<T> {
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
			const ownerId = await insertOwner(tx, account, first, passwordHash);
			return equip({
				accountId: account.id,
				ownerId,
				issue: (kind, name, expiresAt) =>
					issueCredential(tx, pepper, {
						accountId: account.id,
						kind,
						name,
						userId: ownerId,
						access: { type: "all" },
						expiresAt: expiresAt ?? null,
						createdBy: { id: ownerId, name: first.ownerName },
					}),
			});
		});
	});
}

async function insertOwner(
	tx: Transaction,
	account: InsertedAccount,
	first: FirstAccount,
	passwordHash: string,
): Promise<string> {
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
	return ownerId;
}
