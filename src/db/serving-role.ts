import pg from "pg";

/**
 * Refuses to serve as a role for which the second wall would not stand: a superuser, one that may bypass row-level
 * security, or one that owns (or can become the owner of) a tenant table; and where the wall is missing on a table.
 * @throws Error with a sentence for the person at the terminal
 */
export async function assertServingRole(
	connection: pg.ClientConfig,
): Promise<void> {
	const client = new pg.Client(connection);
	await client.connect();
	try {
		const { rows } = await client.query<{
			role: string;
			superuser: boolean;
			bypass: boolean;
			owned: number;
			open: string | null;
		}>(`
			select current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypass,
				(select count(*)::int from pg_class c
					where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owned,
				(select string_agg(c.relname, ', ') from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id'
					where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relforcerowsecurity) as open
			from pg_roles r where r.rolname = current_user`);
		const state = rows[0];
		if (!state) throw new Error("the serving role is unknown to the database");
		const { role } = state;
		if (state.superuser)
			throw new Error(
				`the server will not run as ${role}: a superuser passes row-level security`,
			);
		if (state.bypass)
			throw new Error(
				`the server will not run as ${role}: it may bypass row-level security`,
			);
		if (state.owned)
			throw new Error(
				`the server will not run as ${role}: it owns ${state.owned} tables, or may act as their owner, who can lower the wall`,
			);
		if (state.open)
			throw new Error(
				`row-level security is not forced on ${state.open}: run "reeve migrate"`,
			);
	} finally {
		await client.end();
	}
}
