import { type Handle, sql } from "../../db/index.ts";
import type { Person } from "./factor.ts";

/**
 * Whether a person must sign in with a second factor: their account demands it of everybody, or of whoever reaches
 * tenants and they do. Owners and administrators of a provider reach its tenants even where no grant says so now:
 * they can give themselves one. Settings that an older account lacks stand as they do for a new one.
 */
export async function secondFactorDemanded(
	db: Handle,
	{ accountId, userId }: Person,
): Promise<boolean> {
	const [row] = await db.query<{ demanded: boolean }>(sql`
		select coalesce((a.settings->>'local_mfa_enabled')::boolean, false) or (
			coalesce((a.settings->>'tenant_reach_mfa_enabled')::boolean, true) and a.kind = 'provider' and (
				exists (select 1 from group_users m join grants g on g.account_id = m.account_id and g.group_id = m.group_id
					where m.account_id = a.id and m.user_id = u.id)
				or (u.role in ('owner', 'admin') and exists (select 1 from accounts t where t.parent_id = a.id)))) as demanded
		from users u join accounts a on a.id = u.account_id where u.account_id = ${accountId} and u.id = ${userId}`);
	return row?.demanded ?? false;
}
