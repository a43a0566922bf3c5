import Type from "typebox";
import { sql } from "../../db/index.ts";
import { mintSecret } from "../../kernel/credentials/format.ts";
import {
	type Access,
	type Context,
	forbidden,
	Id,
	invalid,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { shown } from "./create-key.ts";
import { retireSecrets, storeSecret } from "./issue-credential.ts";
import {
	KeyWithSecret,
	keyExample,
	keyWithSecretExample,
	secretFields,
} from "./key.ts";
import { assertWithinCredential, rolesOf } from "./key-access.ts";
import { accessOfApi } from "./key-holder.ts";
import {
	assertAddressesWithin,
	futureTime,
	ownAddresses,
} from "./key-narrowing.ts";
import { ownKey } from "./key-rights.ts";
import { type KeyRow, storeKey, toKey } from "./key-store.ts";

const OVERLAP_MAX_MS = 7 * 86_400_000;

export const regenerateKey = operation({
	id: "keys.regenerate",
	module: "keys",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/keys/{id}/regenerate",
	summary: "Give a key a new id and secret, shown in this answer only.",
	description:
		"The old secret stops working at once, or at `overlap_until`, at most seven days away. Only those to whom a key belongs regenerate it: for a key of the account or of a service user, its administrators.",
	input: object({ id: Id, overlap_until: Type.Optional(Timestamp) }),
	output: KeyWithSecret,
	audit: { target: "key" },
	secrets: secretFields,
	example: {
		input: { id: keyExample.id },
		output: { ...keyWithSecretExample, version: 2 },
	},
	async handler(ctx, { id, overlap_until }) {
		const row = await ownKey(ctx, id);
		await assertMayHold(ctx, row);
		const until = readOverlap(ctx.now, overlap_until);
		const minted = mintSecret(row.kind);
		await retireSecrets(ctx.db, ctx.account.id, id, until);
		await storeSecret(ctx.db, ctx.resources.pepper, ctx.account.id, id, minted);
		await ctx.db.query(
			sql`update credentials set regenerated_at = ${ctx.now} where account_id = ${ctx.account.id} and id = ${id}`,
		);
		await storeKey(ctx.db, ctx.account.id, id, { access: renewed(ctx, row) });
		ctx.revoke(ctx.account.id);
		const answer = await shown(ctx, { id, ...minted });
		const { token: _token, secret: _secret, ...after } = answer as Shown;
		ctx.audit({
			target: { id, name: row.name },
			before: toKey(row, ctx.now),
			after,
		});
		return answer;
	},
});

type Shown = ReturnType<typeof toKey> & { token: string; secret?: string };

/** Whoever gets the new secret can do what it opens, so a narrowed credential renews no wider key. */
async function assertMayHold(ctx: Context, row: KeyRow): Promise<void> {
	const userRoles = row.user
		? await rolesOf(ctx, row.user)
		: ["admin" as const];
	assertWithinCredential(ctx, row.access, userRoles);
	assertAddressesWithin(await ownAddresses(ctx), row.allowed_addresses);
	const own = ctx.caller.credential.tenants;
	if (!own || ctx.account.kind !== "provider") return;
	const beyond = row.tenants?.find((tenant) => !own.includes(tenant));
	if (row.tenants === null || beyond !== undefined)
		throw forbidden(
			"tenants_above_own",
			"The key enters tenants that your own credential does not.",
		);
}

/** A key for an API opens what that API has now. */
function renewed(ctx: Context, row: KeyRow): Access | undefined {
	return row.opens === null ? undefined : accessOfApi(ctx, row.opens);
}

function readOverlap(now: Date, wanted: string | undefined): Date | undefined {
	if (wanted === undefined) return undefined;
	const until = futureTime("overlap_until", wanted, now);
	if (until.getTime() - now.getTime() > OVERLAP_MAX_MS)
		throw invalid(
			"overlap_until",
			"overlap",
			"overlap_until may be at most seven days away",
		);
	return until;
}
