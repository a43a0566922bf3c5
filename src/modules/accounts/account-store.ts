import { type Handle, raw, sql, type Transaction } from "../../db/index.ts";
import type { Account } from "./account.ts";
import { packageName } from "./packages.ts";
import { type Profile, profileColumns } from "./profile.ts";
import { defaultSettings, mergeSettings, type Settings } from "./settings.ts";

const COLUMNS = `t.id, t.parent_id, t.kind, t.name, t.status, t.domain, t.dns_challenge, t.activated_at, t.suspended_at,
	${profileColumns.map((column) => `t.${column}`).join(", ")}, t.subscription, t.verified_ranges::text[] as verified_ranges,
	t.settings, t.onboarding, t.network_range::text as network_range, t.created_by, t.version, t.created_at, t.updated_at`;

export async function findAccount(
	db: Handle,
	id: string,
): Promise<Account | undefined> {
	const rows = await db.query<Account>(
		sql`select ${raw(COLUMNS)} from accounts t where t.id = ${id}`,
	);
	return rows[0] && complete(rows[0]);
}

/** The same, its row locked, so that two changes of one account come one after the other. */
export async function lockAccount(
	db: Handle,
	id: string,
): Promise<Account | undefined> {
	const rows = await db.query<Account>(
		sql`select ${raw(COLUMNS)} from accounts t where t.id = ${id} for update`,
	);
	return rows[0] && complete(rows[0]);
}

/** Adds what the row does not hold: names that follow from numbers, and settings newer than the account. */
function complete(row: Account): Account {
	return {
		...row,
		package_name: packageName(row.package_id),
		settings: mergeSettings(defaultSettings, row.settings),
	};
}

/** Everything of an account that an update of the account itself may change. */
export interface AccountChange extends Profile {
	name: string;
	domain: string;
	dns_challenge: string;
	verified_ranges: readonly string[];
	settings: Settings;
	onboarding: Account["onboarding"];
	network_range: string | null;
}

/** Writes the profile whole: one statement whatever was changed. */
export async function updateProfile(
	db: Handle,
	id: string,
	profile: Profile & { name: string; verified_ranges: readonly string[] },
): Promise<void> {
	await db.query(sql`update accounts set name = ${profile.name}, street_address = ${profile.street_address},
		street_address2 = ${profile.street_address2}, city = ${profile.city}, state = ${profile.state}, zip_code = ${profile.zip_code},
		country_code = ${profile.country_code}, admin_emails = ${profile.admin_emails}, seats = ${profile.seats}, package_id = ${profile.package_id},
		license_type = ${profile.license_type}, is_trial = ${profile.is_trial}, deal_id = ${profile.deal_id},
		ccw_deal_owner_emails = ${profile.ccw_deal_owner_emails}, addon_rbi = ${profile.addon_rbi}, addon_dlp = ${profile.addon_dlp},
		addon_cdfw_l7 = ${profile.addon_cdfw_l7}, verified_ranges = ${profile.verified_ranges}::text[]::cidr[],
		version = version + 1, updated_at = now() where id = ${id}`);
}

export async function updateAccount(
	db: Handle,
	id: string,
	change: AccountChange,
): Promise<void> {
	await db.query(sql`update accounts set domain = ${change.domain}, dns_challenge = ${change.dns_challenge},
		settings = ${JSON.stringify(change.settings)}, onboarding = ${JSON.stringify(change.onboarding)},
		network_range = ${change.network_range}::text::cidr where id = ${id}`);
	await updateProfile(db, id, change);
}

/** The account that has a domain, on the whole server. */
export async function findDomain(
	db: Handle,
	domain: string,
): Promise<{ id: string; kind: Account["kind"] } | undefined> {
	const rows = await db.query<{ id: string; kind: Account["kind"] }>(
		sql`select id, kind from account_of_domain(${domain})`,
	);
	return rows[0];
}

/** Removes an account and everything below it. What its audit log tells stays told. */
export async function eraseAccount(tx: Transaction, id: string): Promise<void> {
	await tx.within([id], async () => {
		await tx.query(sql`call erase_account_data(${id}::bigint)`);
		await tx.query(sql`delete from accounts where id = ${id}`);
	});
}

export async function countTenants(db: Handle, id: string): Promise<number> {
	const [row] = await db.query<{ tenants: number }>(
		sql`select count(*)::int as tenants from accounts where parent_id = ${id}`,
	);
	return row?.tenants ?? 0;
}
