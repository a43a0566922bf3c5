import { type Handle, sql } from "../../db/index.ts";

/**
 * What a new account starts with: one access policy that lets everything in the group All talk (its one rule has the
 * policy's own id, as clients expect), and one DNS policy that applies where no other does.
 */
export async function insertDefaultPolicies(
	db: Handle,
	accountId: string,
	groupAllId: string,
): Promise<void> {
	const [policy] = await db.query<{
		id: string;
	}>(sql`insert into policies (account_id, name, description)
		values (${accountId}, 'Default', 'Connections between all endpoints of the account') returning id`);
	const { id } = policy as { id: string };
	await db.query(sql`insert into policy_rules (account_id, id, policy_id, position, name, description, action, bidirectional, protocol)
		values (${accountId}, ${id}, ${id}, 0, 'Default', 'Connections between all endpoints of the account', 'accept', true, 'all')`);
	await db.query(sql`insert into policy_rule_groups (account_id, rule_id, side, group_id)
		select ${accountId}::bigint, ${id}::bigint, side, ${groupAllId}::bigint from unnest(array['source', 'destination']) as sides (side)`);
	await db.query(
		sql`insert into dns_policies (account_id, name, priority, is_default) values (${accountId}, 'Default Policy', 1, true)`,
	);
}
