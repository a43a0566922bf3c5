import Type, { type Static } from "typebox";
import { raw, type Sql, sql } from "../../db/index.ts";
import {
	type Context,
	EntityStore,
	object,
	type Page,
	type PageInput,
} from "../../kernel/index.ts";
import { Group, groupExample } from "./group.ts";
import { groups, groupTable } from "./group-store.ts";

const { users, endpoints, resources, ...facts } = Group.properties;

/** A group of a list: how many it holds, and whom only when asked, for a group may hold ten thousand. */
export const ListedGroup = object({
	...facts,
	users_count: Type.Integer(),
	endpoints_count: Type.Integer(),
	resources_count: Type.Integer(),
	users: Type.Optional(users),
	endpoints: Type.Optional(endpoints),
	resources: Type.Optional(resources),
});
export type ListedGroup = Static<typeof ListedGroup>;

export const listedGroupExample: ListedGroup = {
	id: groupExample.id,
	account_id: groupExample.account_id,
	name: groupExample.name,
	issued: groupExample.issued,
	built_in: groupExample.built_in,
	users_count: 0,
	endpoints_count: 1,
	resources_count: 0,
	version: groupExample.version,
	created_at: groupExample.created_at,
	updated_at: groupExample.updated_at,
};

type Facts = Omit<Group, "users" | "endpoints" | "resources">;

const listedGroups = new EntityStore<ListedGroup, { version: number }, Facts>({
	...groupTable,
	finish: withCounts,
});

export function pageOfGroups(
	ctx: Context,
	input: PageInput,
	filters: readonly (Sql | undefined)[],
): Promise<Page<ListedGroup>> {
	return listedGroups.page(ctx, input, filters);
}

/** The same with all members: what a wire needs whose groups always show them. */
export async function pageOfWholeGroups(
	ctx: Context,
	input: PageInput,
	filters: readonly (Sql | undefined)[],
): Promise<Page<ListedGroup>> {
	const page = await groups.page(ctx, input, filters);
	const data = page.data.map((group) => ({
		...group,
		users_count: group.users.length,
		endpoints_count: group.endpoints.length,
		resources_count: group.resources.length,
	}));
	return { ...page, data };
}

interface CountRow {
	kind: "users" | "endpoints" | "resources";
	id: string;
	members: number;
}

/** Counted together for a whole page, from the keys of the memberships alone. */
async function withCounts(
	rows: readonly Facts[],
	{ db, accountIds }: Context,
): Promise<ListedGroup[]> {
	const ids = rows.map(({ id }) => id);
	const count = (kind: CountRow["kind"]) =>
		sql`select ${raw(`'${kind}'`)} as kind, group_id as id, count(*)::int as members from ${raw(`group_${kind}`)}
			where account_id = any(${accountIds}::bigint[]) and group_id = any(${ids}::bigint[]) group by account_id, group_id`;
	const counts =
		ids.length === 0
			? []
			: await db.query<CountRow>(
					sql`${count("users")} union all ${count("endpoints")} union all ${count("resources")}`,
				);
	const known = new Map(
		counts.map(({ kind, id, members }) => [`${kind} ${id}`, members]),
	);
	return rows.map((row) => ({
		...row,
		users_count: known.get(`users ${row.id}`) ?? 0,
		endpoints_count: known.get(`endpoints ${row.id}`) ?? 0,
		resources_count: known.get(`resources ${row.id}`) ?? 0,
	}));
}
