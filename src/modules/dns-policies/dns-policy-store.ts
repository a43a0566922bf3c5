import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { DnsPolicy } from "./dns-policy.ts";

interface LockedPolicy {
	version: number;
	name: string;
	type: "dns" | "web";
	is_default: boolean;
}

export const dnsPolicies = new EntityStore<DnsPolicy, LockedPolicy>({
	noun: "policy",
	table: "dns_policies",
	locked: "version, name, type, is_default",
	columns: `t.id, t.account_id, t.name, t.type, t.priority, t.is_default, t.version, t.created_at, t.updated_at,
	(select count(*)::int from dns_policy_identities i where i.account_id = t.account_id and i.policy_id = t.id) as identities_count`,
	sortable: {
		name: "t.name",
		type: "t.type",
		priority: { expression: "t.priority", type: "int" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name"],
});

/** Locks all policies of a type in one order: whoever changes priorities changes those of all. */
export async function lockPriorities(
	db: Handle,
	accountId: string,
	type: string,
): Promise<void> {
	await db.query(
		sql`select id from dns_policies where account_id = ${accountId} and type = ${type} order by id for update`,
	);
}

export async function insertDnsPolicy(
	db: Handle,
	accountId: string,
	name: string,
	type: string,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into dns_policies (account_id, name, type, priority)
		values (${accountId}, ${name}, ${type}, 2147483647) returning id`);
	return (row as { id: string }).id;
}

/** Moves a policy to a place among those of its type; the others close ranks, and the default one stays last. */
export async function placeDnsPolicy(
	db: Handle,
	accountId: string,
	type: string,
	id: string | null,
	priority: number | null,
): Promise<void> {
	await db.query(sql`
		update dns_policies p set priority = placed.priority
		from (select o.id, row_number() over (order by o.is_default,
				case when o.id = ${id}::bigint then coalesce(${priority}::int, o.priority) else others.place end,
				o.id is distinct from ${id}::bigint, o.id) as priority
			from dns_policies o left join (
				select id, row_number() over (order by priority, id) as place from dns_policies
				where account_id = ${accountId} and type = ${type} and id is distinct from ${id}::bigint) others on others.id = o.id
			where o.account_id = ${accountId} and o.type = ${type}) placed
		where p.account_id = ${accountId} and p.id = placed.id and p.priority <> placed.priority`);
}

export async function changeDnsPolicy(
	db: Handle,
	accountId: string,
	id: string,
	name: string | undefined,
): Promise<void> {
	await db.query(sql`update dns_policies set name = coalesce(${name ?? null}, name), version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}
