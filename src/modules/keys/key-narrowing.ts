import { sql } from "../../db/index.ts";
import { isAddressOrRange, rangeAllowed } from "../../kernel/gate/address.ts";
import { type Context, forbidden, invalid } from "../../kernel/index.ts";

const DAY_MS = 86_400_000;

/**
 * When a key ends: a time, or days from now; never when neither is given.
 * @throws invalid when both are given or the time has passed
 */
export function readExpiry(
	now: Date,
	wanted: {
		expires_at?: string | null | undefined;
		expires_in_days?: number | undefined;
	},
): Date | null | undefined {
	const { expires_at, expires_in_days } = wanted;
	if (expires_in_days !== undefined) {
		if (expires_at !== undefined)
			throw invalid(
				"expires_in_days",
				"one_of",
				"expires_in_days and expires_at exclude each other",
			);
		return new Date(now.getTime() + expires_in_days * DAY_MS);
	}
	if (expires_at === undefined || expires_at === null) return expires_at;
	return futureTime("expires_at", expires_at, now);
}

/** @throws invalid when the text is no time to come */
export function futureTime(field: string, text: string, now: Date): Date {
	const time = new Date(text);
	if (!(time > now))
		throw invalid(field, "future", `${field} must lie in the future`);
	return time;
}

/**
 * Where a key may be used from: those asked for, within those of the credential that gives it. A credential that is
 * held to some addresses gives them on unless fewer are asked for: whoever steals it must not shake them off.
 * @throws invalid (`address`), forbidden (`addresses_above_own`)
 */
export async function readAddresses(
	ctx: Context,
	wanted: readonly string[] | undefined,
): Promise<readonly string[]> {
	assertAddresses(wanted);
	const own = await ownAddresses(ctx);
	if (!wanted) return own;
	assertAddressesWithin(own, wanted);
	return wanted;
}

/** The addresses that the caller's own credential is held to; none means any. */
export async function ownAddresses(ctx: Context): Promise<readonly string[]> {
	const { home, credential } = ctx.caller;
	const [row] = await ctx.tx.within([home.id], () =>
		ctx.db.query<{ allowed_addresses: string[] }>(
			sql`select allowed_addresses from credentials where account_id = ${home.id} and id = ${credential.id}`,
		),
	);
	return row?.allowed_addresses ?? [];
}

/** @throws forbidden (`addresses_above_own`) where a key could be used from elsewhere than the caller's own */
export function assertAddressesWithin(
	own: readonly string[],
	addresses: readonly string[],
): void {
	if (own.length === 0) return;
	const beyond = addresses.find((entry) => !rangeAllowed(own, entry));
	if (addresses.length > 0 && beyond === undefined) return;
	throw forbidden(
		"addresses_above_own",
		`Your own credential may not be used from ${beyond ?? "everywhere"}.`,
		{ address: beyond ?? "" },
	);
}

/**
 * Whether a key insists on an explicit account, as every key does that is made or changed by one that insists.
 * @throws forbidden (`require_account_above_own`)
 */
export function readRequireAccount(
	ctx: Context,
	wanted: boolean | undefined,
): boolean | undefined {
	const { requireAccount } = ctx.caller.credential;
	if (!requireAccount || ctx.account.kind !== "provider") return wanted;
	if (wanted === false)
		throw forbidden(
			"require_account_above_own",
			"Your own credential insists on an explicit account, and so do those it makes.",
		);
	return true;
}

/** @throws invalid naming the first entry that is no address and no range */
function assertAddresses(addresses: readonly string[] | undefined): void {
	addresses?.forEach((entry, at) => {
		if (!isAddressOrRange(entry))
			throw invalid(
				`allowed_addresses/${at}`,
				"address",
				`allowed_addresses/${at} must be an IP address or a range such as 192.0.2.0/24`,
			);
	});
}

/**
 * Which tenants a key may enter: those asked for, within those its user reaches and within those of the credential
 * that gives it. A narrowed credential gives on its own narrowing unless a narrower one is asked for.
 * @param userId whose reach bounds it; null for a key of the account, which reaches all tenants
 * @throws invalid (`provider`, `exists`), forbidden (`tenants_above_own`)
 */
export async function readTenants(
	ctx: Context,
	wanted: readonly string[] | null | undefined,
	userId: string | null,
): Promise<readonly string[] | null> {
	const own = ctx.caller.credential.tenants;
	if (!wanted) return ctx.account.kind === "provider" ? own : null;
	if (ctx.account.kind !== "provider")
		throw invalid(
			"tenants",
			"provider",
			"tenants may be named for keys of a provider account only",
		);
	const above = own && wanted.find((id) => !own.includes(id));
	if (above)
		throw forbidden(
			"tenants_above_own",
			`Your own credential does not enter ${above}.`,
			{ tenant: above },
		);
	await assertReached(ctx, wanted, userId);
	return [...new Set(wanted)];
}

async function assertReached(
	ctx: Context,
	wanted: readonly string[],
	userId: string | null,
): Promise<void> {
	const rows = await ctx.db.query<{ id: string }>(sql`
		select a.id from accounts a where a.parent_id = ${ctx.account.id} and a.id = any(${wanted}::bigint[])
		and (${userId}::bigint is null or exists (select 1 from grants g
			join group_users m on m.account_id = g.account_id and m.group_id = g.group_id and m.user_id = ${userId}
			where g.account_id = ${ctx.account.id} and g.tenant_id = a.id))`);
	const reached = new Set(rows.map(({ id }) => id));
	const missing = wanted.find((id) => !reached.has(id));
	if (missing)
		throw invalid(
			"tenants",
			"exists",
			`tenants names ${missing}, which is no tenant that the key's user reaches`,
			{ id: missing },
		);
}
