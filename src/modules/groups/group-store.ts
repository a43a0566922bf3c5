import { type Handle, raw, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { Group } from "./group.ts";

/** A group without its members. */
export const groupTable = {
	noun: "group",
	table: "groups",
	columns:
		"t.id, t.account_id, t.name, t.issued, t.built_in, t.version, t.created_at, t.updated_at",
	sortable: {
		name: "t.name",
		issued: "t.issued",
		created_at: { expression: "t.created_at", type: "timestamptz" },
		updated_at: { expression: "t.updated_at", type: "timestamptz" },
	},
	searchable: ["t.name"],
} as const;

export const groups = new EntityStore<
	Group,
	{ version: number; built_in: string | null }
>({
	...groupTable,
	locked: "version, built_in",
	columns: `${groupTable.columns},
	coalesce((select json_agg(m.user_id::text order by m.user_id) from group_users m where m.account_id = t.account_id and m.group_id = t.id), '[]') as users,
	coalesce((select json_agg(json_build_object('id', e.id::text, 'name', e.name) order by e.id) from group_endpoints m
		join endpoints e on e.account_id = m.account_id and e.id = m.endpoint_id where m.account_id = t.account_id and m.group_id = t.id), '[]') as endpoints,
	coalesce((select json_agg(json_build_object('id', r.id::text, 'type', r.type) order by r.id) from group_resources m
		join network_resources r on r.account_id = m.account_id and r.id = m.resource_id where m.account_id = t.account_id and m.group_id = t.id), '[]') as resources`,
});

/**
 * Whether a group with this name was made through the API. A rename may lead to two of a name, so no index sees to it;
 * whoever asks first holds the name until the transaction ends.
 */
export async function nameTaken(
	db: Handle,
	accountId: string,
	name: string,
): Promise<boolean> {
	const held = `group ${accountId} ${name}`;
	await db.query(
		sql`select pg_advisory_xact_lock(hashtextextended(${held}, 0))`,
	);
	const rows = await db.query(
		sql`select 1 as one from groups where account_id = ${accountId} and name = ${name} and issued = 'api' limit 1`,
	);
	return rows.length > 0;
}

export async function insertGroup(
	db: Handle,
	accountId: string,
	name: string,
	builtIn: string | null = null,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(
		sql`insert into groups (account_id, name, built_in) values (${accountId}, ${name}, ${builtIn}) returning id`,
	);
	return (row as { id: string }).id;
}

export async function renameGroup(
	db: Handle,
	accountId: string,
	id: string,
	name: string | undefined,
): Promise<void> {
	await db.query(sql`update groups set name = coalesce(${name ?? null}, name), version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}

const memberTables = {
	users: { link: "group_users", column: "user_id", of: "users" },
	endpoints: {
		link: "group_endpoints",
		column: "endpoint_id",
		of: "endpoints",
	},
	resources: {
		link: "group_resources",
		column: "resource_id",
		of: "network_resources",
	},
} as const;

export type MemberKind = keyof typeof memberTables;

/** Which of the ids name nothing in the account. */
export async function unknownMembers(
	db: Handle,
	accountId: string,
	kind: MemberKind,
	ids: readonly string[],
): Promise<string[]> {
	if (ids.length === 0) return [];
	const table = raw(memberTables[kind].of);
	const rows = await db.query<{
		id: string;
	}>(sql`select wanted.id::text as id from unnest(${ids}::bigint[]) as wanted (id)
		where not exists (select 1 from ${table} m where m.account_id = ${accountId} and m.id = wanted.id)`);
	return rows.map((row) => row.id);
}

/** Makes the members of a kind exactly these. */
export async function setMembers(
	db: Handle,
	accountId: string,
	groupId: string,
	kind: MemberKind,
	ids: readonly string[],
): Promise<void> {
	const { link, column } = memberTables[kind];
	await Promise.all([
		db.query(
			sql`delete from ${raw(link)} where account_id = ${accountId} and group_id = ${groupId} and not ${raw(column)} = any(${ids}::bigint[])`,
		),
		db.query(sql`insert into ${raw(link)} (account_id, group_id, ${raw(column)})
			select ${accountId}::bigint, ${groupId}::bigint, id from unnest(${ids}::bigint[]) as wanted (id) on conflict do nothing`),
	]);
}

export interface GroupLink {
	what: string;
	name: string;
}

/** The first thing that refers to a group and would lose its meaning without it. */
export async function findLink(
	db: Handle,
	accountId: string,
	id: string,
): Promise<GroupLink | undefined> {
	const [link] = await db.query<GroupLink>(sql`
		select 'policy' as what, p.name from policy_rule_groups g join policy_rules r on r.account_id = g.account_id and r.id = g.rule_id
			join policies p on p.account_id = r.account_id and p.id = r.policy_id where g.account_id = ${accountId} and g.group_id = ${id}
		union all select 'setup key', k.name from setup_key_groups g join setup_keys k on k.account_id = g.account_id and k.id = g.setup_key_id
			where g.account_id = ${accountId} and g.group_id = ${id} and not k.revoked and (k.expires_at is null or k.expires_at > now())
		union all select 'user', u.email from group_users g join users u on u.account_id = g.account_id and u.id = g.user_id
			where g.account_id = ${accountId} and g.group_id = ${id}
		union all select 'network router', r.id::text from network_router_groups g join network_routers r on r.account_id = g.account_id and r.id = g.router_id
			where g.account_id = ${accountId} and g.group_id = ${id}
		union all select 'network resource', r.name from group_resources g join network_resources r on r.account_id = g.account_id and r.id = g.resource_id
			where g.account_id = ${accountId} and g.group_id = ${id}
		union all select 'grant', t.name from grants g join accounts t on t.id = g.tenant_id where g.account_id = ${accountId} and g.group_id = ${id}
		limit 1`);
	return link;
}

/** Setup keys that can never be used again must not hold a group back. */
export async function unlinkDeadSetupKeys(
	db: Handle,
	accountId: string,
	id: string,
): Promise<void> {
	await db.query(
		sql`delete from setup_key_groups where account_id = ${accountId} and group_id = ${id}`,
	);
}
