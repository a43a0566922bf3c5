import type pg from "pg";

/** Devices of one account, made in the database: the rows are about reading, not about making. */
export async function seedDevices(
	admin: pg.Client,
	accountId: string,
	count: number,
): Promise<void> {
	await admin.query(
		`insert into devices (account_id, name, display_name, ip_address, category, type, vendor, serial_number)
		select $1::bigint, 'dev-' || $1 || '-' || n, 'Device ' || n, ('10.0.0.0'::inet + (n % 16000000)), 'Switch', 'Cisco 2960', 'Cisco', 'SN' || n
		from generate_series(1, $2::int) n`,
		[accountId, count],
	);
	await admin.query("analyze devices");
}

/** Tenants below a provider, each with devices. Answers the id of one in the middle. */
export async function seedTenants(
	admin: pg.Client,
	providerId: string,
	tenants: number,
	devicesEach: number,
): Promise<string> {
	const { rows } = await admin.query<{ id: string }>(
		`insert into accounts (parent_id, kind, name) select $1, 'tenant', 'Tenant ' || n from generate_series(1, $2::int) n returning id`,
		[providerId, tenants],
	);
	const ids = rows.map((row) => row.id);
	await admin.query(
		`insert into grants (account_id, group_id, tenant_id, role)
		select $1::bigint, g.id, t.id, 'admin' from groups g, unnest($2::bigint[]) t (id) where g.account_id = $1 and g.built_in = 'administrators'`,
		[providerId, ids],
	);
	await admin.query(
		`insert into devices (account_id, name, display_name, ip_address, category, type, vendor, serial_number)
		select t.id, 'dev-' || t.id || '-' || n, 'Device ' || n, ('10.0.0.0'::inet + n), 'Switch', 'Cisco 2960', 'Cisco', 'SN' || n
		from unnest($1::bigint[]) t (id), generate_series(1, $2::int) n`,
		[ids, devicesEach],
	);
	await admin.query("analyze devices");
	await admin.query("analyze accounts");
	await admin.query("analyze grants");
	return ids[Math.floor(ids.length / 2)] as string;
}
