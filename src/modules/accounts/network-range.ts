import { isIPv4 } from "node:net";
import { type Handle, sql } from "../../db/index.ts";
import { invalid } from "../../kernel/index.ts";
import { ipv4Bits } from "./verified-ranges.ts";

const PREFIX_MAX = 28;
const ENDPOINTS_MIN = 10;

/** Ranges from which no machine can have an address (RFC 6890): this network, loopback, link-local, multicast and up. */
const unusable = [
	{ first: "0.0.0.0", prefix: 8 },
	{ first: "127.0.0.0", prefix: 8 },
	{ first: "169.254.0.0", prefix: 16 },
	{ first: "224.0.0.0", prefix: 3 },
];

/**
 * Holds a network range to what the endpoints of an account need: IPv4, /28 or bigger, usable addresses, and room for
 * half as many endpoints again as there are. @throws invalid
 */
export function assertNetworkRange(range: string, endpoints: number): void {
	const [address = "", prefix = ""] = range.split("/");
	const length = Number(prefix);
	const refuse = (rule: string, message: string) =>
		invalid("network_range", rule, message, { range });
	if (!isIPv4(address) || !/^\d{1,2}$/.test(prefix) || length > 32)
		throw refuse("range", "network_range must be an IPv4 range (CIDR)");
	if (length > PREFIX_MAX)
		throw refuse(
			"range_small",
			`network_range must be /${PREFIX_MAX} or bigger`,
		);
	const first = ipv4Bits(address);
	const size = 1n << BigInt(32 - length);
	if (first % size !== 0n)
		throw refuse("range", "network_range has bits set beyond its prefix");
	if (unusable.some((other) => overlaps(first, length, other)))
		throw refuse("range_unusable", "network_range holds special addresses");
	const wanted = Math.max(ENDPOINTS_MIN, Math.ceil(endpoints * 1.5));
	if (size - 2n < BigInt(wanted))
		throw refuse("range_full", `network_range must hold ${wanted} endpoints`);
}

function overlaps(
	first: bigint,
	length: number,
	other: { first: string; prefix: number },
): boolean {
	const shift = BigInt(32 - Math.min(length, other.prefix));
	return first >> shift === ipv4Bits(other.first) >> shift;
}

export async function countEndpoints(
	db: Handle,
	accountId: string,
): Promise<number> {
	const [row] = await db.query<{ endpoints: number }>(
		sql`select count(*)::int as endpoints from endpoints where account_id = ${accountId}`,
	);
	return row?.endpoints ?? 0;
}

/** Gives every endpoint an address of the new range, in the order of their ids, leaving out the network's own. */
export async function readdressEndpoints(
	db: Handle,
	accountId: string,
	range: string,
): Promise<void> {
	await db.query(
		sql`update endpoints set ip = null where account_id = ${accountId}`,
	);
	await db.query(sql`update endpoints e set ip = host(${range}::text::cidr)::inet + n.place, version = e.version + 1, updated_at = now()
		from (select id, row_number() over (order by id) as place from endpoints where account_id = ${accountId}) n
		where e.account_id = ${accountId} and e.id = n.id`);
}
