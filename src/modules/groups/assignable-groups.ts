import { type Handle, sql } from "../../db/index.ts";
import { invalid } from "../../kernel/index.ts";

interface GroupRow {
	id: string;
	built_in: string | null;
}

/**
 * Refuses ids that no member may be put into by hand: those that name nothing in the account, and the group All,
 * which holds every endpoint by nature. Answers the ids without repeats.
 * @throws invalid (`exists` or `group_all`) naming the first such id
 */
export async function assignableGroups(
	db: Handle,
	accountId: string,
	ids: readonly string[],
	field = "groups",
): Promise<string[]> {
	if (ids.length === 0) return [];
	const rows = await db.query<GroupRow>(
		sql`select id, built_in from groups where account_id = ${accountId} and id = any(${ids}::bigint[])`,
	);
	const found = new Map(rows.map((row) => [row.id, row.built_in]));
	for (const id of ids) {
		if (!found.has(id))
			throw invalid(
				field,
				"exists",
				`${field} names ${id}, which is not a group of this account`,
				{ id },
			);
		if (found.get(id) === "all")
			throw invalid(
				field,
				"group_all",
				`${field} may not name the group All, which holds every endpoint by nature`,
				{ id },
			);
	}
	return [...found.keys()];
}
