import { randomInt } from "node:crypto";
import { isIPv4 } from "node:net";
import { type Handle, sql } from "../../db/index.ts";
import { conflict, invalid } from "../../kernel/index.ts";

/** Random tries before looking for a gap: in a range half full, one in 65,000 allocations comes that far. */
const TRIES = 16;

/** Where an account's endpoints live, and what new ones start with. */
export interface AccountNetwork {
	range: string | null;
	approvalRequired: boolean;
}

/**
 * Reads the account's network under a lock that orders all who take an address or a name in it. References to the
 * account are not held up by this lock.
 */
export async function lockNetwork(
	db: Handle,
	accountId: string,
): Promise<AccountNetwork> {
	const [row] =
		await db.query<AccountNetwork>(sql`select network_range::text as range,
		coalesce((settings -> 'extra' ->> 'peer_approval_enabled')::boolean, false) as "approvalRequired"
		from accounts where id = ${accountId} for no key update`);
	return row ?? { range: null, approvalRequired: false };
}

/** A free address of the range; call it under `lockNetwork`. @throws conflict (`no_free_address`) */
export async function freeAddress(
	db: Handle,
	accountId: string,
	range: string | null,
): Promise<string> {
	if (range === null) throw noFreeAddress("no range");
	const { first, hosts } = boundsOf(range);
	const tries = Array.from({ length: TRIES }, () =>
		toText(first + 1 + randomInt(hosts)),
	);
	const [drawn] = await db.query<{ ip: string }>(sql`
		select host(c.ip) as ip from unnest(${tries}::inet[]) with ordinality as c (ip, place)
		where not exists (select 1 from endpoints e where e.account_id = ${accountId} and e.ip = c.ip) order by c.place limit 1`);
	if (drawn) return drawn.ip;
	const [gap] = await db.query<{ ip: string }>(sql`
		select host(c.ip) as ip from (select ${toText(first + 1)}::inet as ip
			union all select e.ip + 1 from endpoints e where e.account_id = ${accountId} and e.ip between ${toText(first + 1)}::inet and ${toText(first + hosts - 1)}::inet) c
		where not exists (select 1 from endpoints e where e.account_id = ${accountId} and e.ip = c.ip) order by c.ip limit 1`);
	if (!gap) throw noFreeAddress(range);
	return gap.ip;
}

/** Holds an address that a person picked to the range and to being free. @throws invalid, conflict (`address_taken`) */
export async function assertFreeAddress(
	db: Handle,
	accountId: string,
	endpointId: string,
	range: string | null,
	ip: string,
): Promise<void> {
	const { first, hosts } = boundsOf(range ?? "0.0.0.0/32");
	const at = isIPv4(ip) ? toNumber(ip) - first : 0;
	if (at < 1 || at > hosts)
		throw invalid(
			"ip",
			"range",
			`ip must be an address of the account's network ${range ?? ""}`,
		);
	const taken = await db.query(
		sql`select 1 as one from endpoints where account_id = ${accountId} and ip = ${ip}::inet and id <> ${endpointId}`,
	);
	if (taken.length > 0)
		throw conflict("address_taken", "Another endpoint has this address.", {
			ip,
		});
}

/** The first address of a range as a number, and how many hosts fit between it and the last. */
function boundsOf(range: string): { first: number; hosts: number } {
	const [address = "", prefix = "32"] = range.split("/");
	return { first: toNumber(address), hosts: 2 ** (32 - Number(prefix)) - 2 };
}

function toNumber(ip: string): number {
	return ip.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toText(ip: number): string {
	return [24, 16, 8, 0].map((shift) => (ip >>> shift) & 255).join(".");
}

function noFreeAddress(range: string) {
	return conflict(
		"no_free_address",
		"The account's network has no free address left.",
		{ range },
	);
}
