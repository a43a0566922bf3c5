import { sql } from "../../db/index.ts";
import { type Context, invalid } from "../../kernel/index.ts";
import type { Account } from "./account.ts";
import { mergeSettings, namedGroups, type Settings } from "./settings.ts";

/** The settings of an account with some changed, held to the rules that no schema can say. @throws invalid */
export async function changeSettings(
	ctx: Context,
	before: Account,
	given: Settings,
): Promise<Settings> {
	const settings = mergeSettings(before.settings, given);
	if (settings.peer_expose_enabled && !settings.peer_expose_groups?.length)
		throw invalid(
			"settings/peer_expose_groups",
			"required",
			"settings/peer_expose_groups must name a group while peer_expose_enabled is set",
		);
	// Only groups named now must exist: one that was named earlier may be gone since.
	await refuseUnknownGroups(ctx, given);
	return settings;
}

async function refuseUnknownGroups(
	ctx: Context,
	given: Settings,
): Promise<void> {
	const named = namedGroups(given);
	const ids = named.flatMap(({ ids }) => ids);
	if (ids.length === 0) return;
	const rows = await ctx.db.query<{ id: string }>(
		sql`select id from groups where account_id = ${ctx.account.id} and id = any(${ids}::bigint[])`,
	);
	const known = new Set(rows.map(({ id }) => id));
	for (const { field, ids } of named) {
		const unknown = ids.find((id) => !known.has(id));
		if (unknown !== undefined)
			throw invalid(
				`settings/${field}`,
				"exists",
				`settings/${field} names ${unknown}, which is not a group of this account`,
				{ id: unknown },
			);
	}
}
