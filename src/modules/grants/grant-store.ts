import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { Grant, GrantableRole, TenantGrant } from "./grant.ts";

const TENANT_NAME = "coalesce(a.name, i.name, '')";

export const grants = new EntityStore<Grant>({
	noun: "grant",
	table: "grants",
	joins: `join groups p on p.account_id = t.account_id and p.id = t.group_id
	left join accounts a on a.id = t.tenant_id and a.parent_id = t.account_id
	left join tenant_invitations i on i.account_id = t.account_id and i.tenant_id = t.tenant_id`,
	columns: `t.id, t.account_id, t.group_id, p.name as group_name, t.tenant_id, ${TENANT_NAME} as tenant_name, t.role,
	t.version, t.created_at, t.updated_at`,
	sortable: {
		group_name: "p.name",
		tenant_name: TENANT_NAME,
		role: "t.role",
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["p.name", TENANT_NAME],
});

export interface GrantKey {
	groupId: string;
	tenantId: string;
}

/** Answers the id, or undefined when the group is granted the tenant already. */
export async function insertGrant(
	db: Handle,
	accountId: string,
	{ groupId, tenantId }: GrantKey,
	role: GrantableRole,
): Promise<string | undefined> {
	const [row] = await db.query<{ id: string }>(
		sql`insert into grants (account_id, group_id, tenant_id, role) values (${accountId}, ${groupId}, ${tenantId}, ${role})
			on conflict (account_id, tenant_id, group_id) do nothing returning id`,
	);
	return row?.id;
}

export async function updateRole(
	db: Handle,
	accountId: string,
	id: string,
	role: GrantableRole,
): Promise<void> {
	await db.query(
		sql`update grants set role = ${role}, version = version + 1, updated_at = now() where account_id = ${accountId} and id = ${id}`,
	);
}

/** Makes the grants of a tenant exactly these; one whose role is unchanged keeps its id and version. */
export async function setGrants(
	db: Handle,
	accountId: string,
	tenantId: string,
	grants: readonly TenantGrant[],
): Promise<void> {
	const groupIds = grants.map(({ group_id }) => group_id);
	const roles = grants.map(({ role }) => role);
	await db.query(sql`delete from grants where account_id = ${accountId} and tenant_id = ${tenantId}
		and not group_id = any(${groupIds}::bigint[])`);
	await db.query(sql`insert into grants (account_id, tenant_id, group_id, role)
		select ${accountId}::bigint, ${tenantId}::bigint, wanted.group_id, wanted.role
		from unnest(${groupIds}::bigint[], ${roles}::text[]) as wanted (group_id, role)
		on conflict (account_id, tenant_id, group_id) do update set role = excluded.role, version = grants.version + 1, updated_at = now()
		where grants.role <> excluded.role`);
}

/**
 * Whether a number names a tenant of the provider, or an account it has asked to become one. The row is kept from
 * leaving while a grant is written.
 */
export async function findGrantable(
	db: Handle,
	accountId: string,
	tenantId: string,
): Promise<"tenant" | "invitation" | undefined> {
	const [tenant] = await db.query(
		sql`select 1 as one from accounts where parent_id = ${accountId} and id = ${tenantId} for share`,
	);
	if (tenant) return "tenant";
	const [invitation] = await db.query(
		sql`select 1 as one from tenant_invitations where account_id = ${accountId} and tenant_id = ${tenantId} for share`,
	);
	return invitation && "invitation";
}
