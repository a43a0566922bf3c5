import { type Context, conflict, invalid } from "../../kernel/index.ts";
import { unknownGroup } from "../groups/index.ts";
import { resourceNameTaken } from "./network-resource-store.ts";

/** @throws conflict (`network_resource_exists`): a name is taken once in the account, whatever the network */
export async function requireFreeName(
	ctx: Context,
	name: string | undefined,
	exceptId: string | null,
): Promise<void> {
	if (name === undefined) return;
	if (await resourceNameTaken(ctx.db, ctx.account.id, name, exceptId))
		throw conflict(
			"network_resource_exists",
			`A network resource named ${name} exists already.`,
			{ field: "name", name },
		);
}

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
