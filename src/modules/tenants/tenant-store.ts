import { type Handle, raw, sql } from "../../db/index.ts";
import type { ListPlan } from "../../kernel/index.ts";
import {
	emptyProfile,
	type Profile,
	packageName,
	profileColumns,
} from "../accounts/index.ts";
import type { Tenant } from "./tenant.ts";

/** An invited account lies behind its own wall: of its profile nothing is known yet. */
function unknown(column: keyof Profile): string {
	const value = emptyProfile[column];
	if (column === "addon_dlp" || column === "addon_cdfw_l7")
		return "null::boolean";
	if (value === null) return "null::text";
	if (Array.isArray(value)) return "'{}'::text[]";
	return typeof value === "string" ? `'${value}'::text` : String(value);
}

/** Tenants, and accounts that may become tenants, as one table under the provider's number. */
const FROM = `(
	select a.parent_id as account_id, a.id, a.name, a.domain, a.status, a.dns_challenge, ${profileColumns.map((column) => `a.${column}`).join(", ")},
		a.subscription, a.verified_ranges, a.activated_at, null::timestamptz as invited_at, a.suspended_at, a.version, a.created_at, a.updated_at
	from accounts a where a.parent_id is not null
	union all
	select i.account_id, i.tenant_id, i.name, i.domain, i.status, '', ${profileColumns.map(unknown).join(", ")},
		null, '{}'::cidr[], null, i.invited_at, null, i.version, i.created_at, i.updated_at
	from tenant_invitations i) t`;

const COLUMNS = `t.id, t.account_id, t.name, t.domain, t.status, t.dns_challenge, ${profileColumns.map((column) => `t.${column}`).join(", ")},
	t.subscription, t.verified_ranges::text[] as verified_ranges, t.activated_at, t.invited_at, t.suspended_at, t.version, t.created_at, t.updated_at,
	coalesce((select json_agg(json_build_object('group_id', g.group_id::text, 'group_name', p.name, 'role', g.role, 'grant_id', g.id::text) order by g.group_id)
		from grants g join groups p on p.account_id = g.account_id and p.id = g.group_id
		where g.account_id = t.account_id and g.tenant_id = t.id), '[]') as groups`;

export const tenantList: ListPlan = {
	from: FROM,
	columns: COLUMNS,
	prefix: "t.",
	sortable: {
		name: "t.name",
		domain: "t.domain",
		status: "t.status",
		seats: { expression: "t.seats", type: "int" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
		updated_at: { expression: "t.updated_at", type: "timestamptz" },
		activated_at: {
			expression: "coalesce(t.activated_at, 'epoch')",
			type: "timestamptz",
		},
	},
	searchable: ["t.name", "t.domain"],
};

/** Adds what the row does not hold. */
export function completeTenant(row: Tenant): Tenant {
	return { ...row, package_name: packageName(row.package_id) };
}

export async function findTenant(
	db: Handle,
	providerId: string,
	id: string,
): Promise<Tenant | undefined> {
	const [row] = await db.query<Tenant>(
		sql`select ${raw(COLUMNS)} from ${raw(FROM)} where t.account_id = ${providerId} and t.id = ${id}`,
	);
	return row && completeTenant(row);
}

/** Locks whichever row stands for it, so that two changes of one tenant come one after the other. */
export async function lockTenant(
	db: Handle,
	providerId: string,
	id: string,
): Promise<Tenant | undefined> {
	await db.query(
		sql`select 1 as one from accounts where parent_id = ${providerId} and id = ${id} for update`,
	);
	await db.query(
		sql`select 1 as one from tenant_invitations where account_id = ${providerId} and tenant_id = ${id} for update`,
	);
	return findTenant(db, providerId, id);
}

export async function findAdministrators(
	db: Handle,
	providerId: string,
): Promise<string | undefined> {
	const [row] = await db.query<{ id: string }>(
		sql`select id from groups where account_id = ${providerId} and built_in = 'administrators'`,
	);
	return row?.id;
}

/** A tenant that was never proven goes back to waiting for that. */
export async function setSuspended(
	db: Handle,
	id: string,
	suspendedAt: Date | null,
): Promise<void> {
	await db.query(sql`update accounts set suspended_at = ${suspendedAt}::timestamptz, version = version + 1, updated_at = now(),
		status = case when ${suspendedAt}::timestamptz is not null then 'suspended' when activated_at is null then 'pending' else 'active' end
		where id = ${id}`);
}

export async function setActive(
	db: Handle,
	id: string,
	at: Date,
): Promise<void> {
	await db.query(sql`update accounts set status = case when status = 'pending' then 'active' else status end,
		activated_at = coalesce(activated_at, ${at}), version = version + 1, updated_at = now() where id = ${id}`);
}

export async function setSubscription(
	db: Handle,
	id: string,
	plan: string,
): Promise<void> {
	await db.query(
		sql`update accounts set subscription = ${plan}, is_trial = false, version = version + 1, updated_at = now() where id = ${id}`,
	);
}
