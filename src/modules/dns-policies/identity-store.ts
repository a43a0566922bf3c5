import { type Handle, sql } from "../../db/index.ts";
import type { ListPlan } from "../../kernel/index.ts";
import type { AppliedDnsPolicy, DnsIdentity } from "./dns-policy.ts";

/** Everything that a policy can be assigned to, whatever table it is in. */
const IDENTITIES = `select account_id, id, 'registered_network' as kind, name from registered_networks
	union all select account_id, id, 'endpoint', name from endpoints
	union all select account_id, id, 'network_device', name from devices where kind = 'network_device'`;

export const identityList: ListPlan = {
	from: `dns_policy_identities i join (${IDENTITIES}) t on t.account_id = i.account_id and t.id = i.origin_id`,
	columns: "t.id, t.account_id, t.kind, t.name, i.created_at as assigned_at",
	prefix: "t.",
	sortable: {
		name: "t.name",
		kind: "t.kind",
		assigned_at: { expression: "i.created_at", type: "timestamptz" },
	},
	searchable: ["t.name"],
};

/** The identity with this number in the account; it stays until the transaction ends only if nobody deletes it. */
export async function findIdentity(
	db: Handle,
	accountId: string,
	originId: string,
): Promise<Pick<DnsIdentity, "id" | "kind" | "name"> | undefined> {
	const [row] = await db.query<Pick<DnsIdentity, "id" | "kind" | "name">>(sql`
		select id, 'registered_network' as kind, name from registered_networks where account_id = ${accountId} and id = ${originId}
		union all select id, 'endpoint', name from endpoints where account_id = ${accountId} and id = ${originId}
		union all select id, 'network_device', name from devices
			where account_id = ${accountId} and id = ${originId} and kind = 'network_device'`);
	return row;
}

/** Assigning twice is assigning once. */
export async function insertAssignment(
	db: Handle,
	accountId: string,
	policyId: string,
	originId: string,
): Promise<void> {
	await db.query(sql`insert into dns_policy_identities (account_id, policy_id, origin_id)
		values (${accountId}, ${policyId}, ${originId}) on conflict do nothing`);
}

export async function removeAssignment(
	db: Handle,
	accountId: string,
	policyId: string,
	originId: string,
): Promise<void> {
	await db.query(sql`delete from dns_policy_identities
		where account_id = ${accountId} and policy_id = ${policyId} and origin_id = ${originId}`);
}

/** Ends all assignments of an identity that is about to be deleted. */
export async function forgetIdentity(
	db: Handle,
	accountId: string,
	originId: string,
): Promise<void> {
	await db.query(
		sql`delete from dns_policy_identities where account_id = ${accountId} and origin_id = ${originId}`,
	);
}

/** The policies assigned to an identity, and of each type where none is, the default one; by type and priority. */
export async function policiesOfIdentity(
	db: Handle,
	accountId: string,
	originId: string,
	type: string | undefined,
): Promise<AppliedDnsPolicy[]> {
	return db.query<AppliedDnsPolicy>(sql`
		with direct as (select p.id, p.type from dns_policy_identities i
			join dns_policies p on p.account_id = i.account_id and p.id = i.policy_id
			where i.account_id = ${accountId} and i.origin_id = ${originId})
		select t.id, t.account_id, t.name, t.type, t.priority, t.is_default, t.version, t.created_at, t.updated_at,
			t.id in (select id from direct) as is_applied_directly
		from dns_policies t
		where t.account_id = ${accountId} and (${type ?? null}::text is null or t.type = ${type ?? null})
			and (t.id in (select id from direct) or (t.is_default and t.type not in (select d.type from direct d)))
		order by t.type, t.priority, t.id`);
}
