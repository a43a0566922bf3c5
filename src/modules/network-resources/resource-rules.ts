import { type Context, invalid } from "../../kernel/index.ts";
import { unknownGroup } from "../groups/index.ts";

/** @throws invalid (`unknown_group`) naming the first id that is no group of the account */
export async function requireGroups(
	ctx: Context,
	groupIds: readonly string[] | undefined,
): Promise<void> {
	const unknown = await unknownGroup(ctx.db, ctx.account.id, groupIds ?? []);
	if (unknown === undefined) return;
	throw invalid(
		"groups",
		"unknown_group",
		`groups names ${unknown}, which is no group of this account`,
		{ id: unknown },
	);
}
