import type { Context } from "../../kernel/index.ts";
import { invalid } from "../../kernel/index.ts";
import { type MemberKind, setMembers, unknownMembers } from "./group-store.ts";

export type MemberInput = { [kind in MemberKind]?: readonly string[] };

const kinds: readonly MemberKind[] = ["users", "endpoints", "resources"];

/**
 * Replaces the members of the kinds that are given; kinds left out stay. A user who joins or leaves may gain or lose
 * tenants, so cached rights of the account are void.
 * @throws invalid naming the first id that is not in the account
 */
export async function replaceMembers(
	ctx: Context,
	groupId: string,
	input: MemberInput,
): Promise<void> {
	for (const kind of kinds) {
		const ids = input[kind];
		if (!ids) continue;
		const [unknown] = await unknownMembers(ctx.db, ctx.account.id, kind, ids);
		if (unknown)
			throw invalid(
				kind,
				"exists",
				`${kind} names ${unknown}, which is not in this account`,
				{ id: unknown },
			);
		await setMembers(ctx.db, ctx.account.id, groupId, kind, [...new Set(ids)]);
		if (kind === "users") ctx.revoke(ctx.account.id);
	}
}
