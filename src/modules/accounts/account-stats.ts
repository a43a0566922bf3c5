import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import { type Context, object, operation } from "../../kernel/index.ts";
import { usageFields, usageOf } from "./usage.ts";

/** How many of everything an account holds. */
export const Stats = object({
	...usageFields,
	service_users: Type.Integer(),
	groups: Type.Integer(),
	networks: Type.Integer(),
	registered_networks: Type.Integer(),
	policies: Type.Integer(),
	setup_keys: Type.Integer(),
	credentials: Type.Integer(),
	devices: Type.Integer({ description: "Monitored devices" }),
	network_devices: Type.Integer({ description: "Registered network devices" }),
	probes: Type.Integer(),
	tenants: Type.Integer({ description: "Of a provider" }),
	tenant_seats: Type.Integer({ description: "Seats of all its tenants" }),
});
export type Stats = Static<typeof Stats>;
type Counts = Omit<Stats, keyof typeof usageFields>;

export const statsExample: Stats = {
	active_users: 3,
	total_users: 4,
	active_endpoints: 41,
	total_endpoints: 50,
	service_users: 1,
	groups: 6,
	networks: 2,
	registered_networks: 1,
	policies: 3,
	setup_keys: 1,
	credentials: 5,
	devices: 12,
	network_devices: 2,
	probes: 1,
	tenants: 0,
	tenant_seats: 0,
};

export const accountStats = operation({
	id: "accounts.stats",
	module: "accounts",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/account/stats",
	summary: "Count what the account holds.",
	input: object({}),
	output: Stats,
	example: {
		input: {},
		output: statsExample,
	},
	handler: statsOf,
});

/** The figures of the account that a call runs in. */
export async function statsOf(ctx: Context): Promise<Stats> {
	const { id } = ctx.account;
	const [usage, [counts]] = await Promise.all([
		usageOf(ctx.db, id, ctx.now),
		ctx.db.query<Counts>(sql`
			select
				(select count(*)::int from users where account_id = ${id} and kind = 'service') as service_users,
				(select count(*)::int from groups where account_id = ${id}) as groups,
				(select count(*)::int from networks where account_id = ${id}) as networks,
				(select count(*)::int from registered_networks where account_id = ${id}) as registered_networks,
				(select count(*)::int from policies where account_id = ${id}) as policies,
				(select count(*)::int from setup_keys where account_id = ${id} and not revoked) as setup_keys,
				(select count(*)::int from credentials where account_id = ${id} and kind <> 'session') as credentials,
				(select count(*)::int from devices where account_id = ${id} and kind = 'monitored') as devices,
				(select count(*)::int from devices where account_id = ${id} and kind = 'network_device') as network_devices,
				(select count(*)::int from probes where account_id = ${id}) as probes,
				(select count(*)::int from accounts where parent_id = ${id}) as tenants,
				(select coalesce(sum(seats), 0)::int from accounts where parent_id = ${id}) as tenant_seats`),
	]);
	return { ...usage, ...(counts as Counts) };
}
