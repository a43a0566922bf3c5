import { raw, sql } from "../db/index.ts";
import type { Context } from "./context.ts";
import type { Inside } from "./entity-store.ts";
import { conflict, invalid } from "./errors.ts";

/**
 * For nouns whose name is taken once in the account; a name that is left out is free.
 * @throws conflict (such as `network_resource_exists`)
 */
export async function requireFreeName(
	ctx: Context,
	{ noun, table }: { noun: string; table: string },
	name: string | undefined,
	exceptId: string | null,
): Promise<void> {
	if (name === undefined) return;
	const rows = await ctx.db.query(
		sql`select 1 as one from ${raw(table)} where account_id = ${ctx.account.id} and name = ${name} and id is distinct from ${exceptId}::bigint`,
	);
	if (rows.length === 0) return;
	throw conflict(
		`${noun.replaceAll(" ", "_")}_exists`,
		`A ${noun} named ${name} exists already.`,
		{ field: "name", name },
	);
}

/**
 * For a field that names another object, which stays until the transaction ends; one that names none is sound.
 * @throws invalid (such as `unknown_region`)
 */
export async function requireReferred(
	ctx: Context,
	store: { noun: string; hold(inside: Inside, id: string): Promise<boolean> },
	field: string,
	id: string | null | undefined,
): Promise<void> {
	if (!id || (await store.hold(ctx, id))) return;
	throw invalid(
		field,
		`unknown_${store.noun}`,
		`${field} names ${id}, which is no ${store.noun} of this account`,
		{ id },
	);
}
