import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { RegisteredNetwork } from "./registered-network.ts";

export const registeredNetworks = new EntityStore<RegisteredNetwork>({
	noun: "registered network",
	table: "registered_networks",
	columns: `t.id, t.account_id, t.name, host(t.ip_address) as ip_address, t.prefix_length, t.is_dynamic, t.status, t.version,
	t.created_at, t.updated_at, coalesce((select network(set_masklen(t.ip_address, t.prefix_length)) <<= any (a.verified_ranges)
		from accounts a where a.id = t.account_id), false) as is_verified`,
	sortable: {
		name: "t.name",
		status: "t.status",
		ip_address: {
			expression: "coalesce(t.ip_address, '0.0.0.0')",
			type: "inet",
		},
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: ["t.name", "host(t.ip_address)"],
});

export interface RegisteredValues {
	name: string;
	ipAddress: string | null;
	prefixLength: number | null;
	isDynamic: boolean;
	status: "OPEN" | "CLOSED";
}

/** What stands in the way of a name and an address in the account. */
export interface Obstacles {
	name_taken: boolean;
	/** Name of the network that has the same address range. */
	address_of: string | null;
	/** Whether the account has verified ranges and the address is in none of them. */
	outside: boolean;
}

export async function findObstacles(
	db: Handle,
	accountId: string,
	values: Pick<RegisteredValues, "name" | "ipAddress" | "prefixLength">,
	exceptId: string | null,
): Promise<Obstacles> {
	const range = sql`network(set_masklen(${values.ipAddress}::inet, ${values.prefixLength}::int))`;
	const [row] = await db.query<Obstacles>(sql`
		select exists (select 1 from registered_networks n where n.account_id = a.id and n.name = ${values.name}
				and n.id is distinct from ${exceptId}::bigint) as name_taken,
			(select n.name from registered_networks n where n.account_id = a.id and n.id is distinct from ${exceptId}::bigint
				and network(set_masklen(n.ip_address, n.prefix_length)) = ${range} limit 1) as address_of,
			coalesce(cardinality(a.verified_ranges) > 0 and not ${range} <<= any (a.verified_ranges), false) as outside
		from accounts a where a.id = ${accountId}`);
	return row as Obstacles;
}

export async function insertRegisteredNetwork(
	db: Handle,
	accountId: string,
	values: RegisteredValues,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into registered_networks (account_id, name, ip_address, prefix_length, is_dynamic, status)
		values (${accountId}, ${values.name}, ${values.ipAddress}, ${values.prefixLength}, ${values.isDynamic}, ${values.status}) returning id`);
	return (row as { id: string }).id;
}

export async function changeRegisteredNetwork(
	db: Handle,
	accountId: string,
	id: string,
	values: RegisteredValues,
): Promise<void> {
	await db.query(sql`update registered_networks set name = ${values.name}, ip_address = ${values.ipAddress},
		prefix_length = ${values.prefixLength}, is_dynamic = ${values.isDynamic}, status = ${values.status},
		version = version + 1, updated_at = now() where account_id = ${accountId} and id = ${id}`);
}
