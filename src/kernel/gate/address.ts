import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";

const lists = new Map<string, BlockList>();

/** Whether an address lies in one of the addresses or ranges (CIDR) given. */
export function addressAllowed(
	allowed: readonly string[],
	address: string,
): boolean {
	const plain = plainAddress(address);
	if (isIP(plain) === 0) return false;
	return blockListOf(allowed).check(plain, isIPv4(plain) ? "ipv4" : "ipv6");
}

/** Whether an address or a whole range lies in one of those given. */
export function rangeAllowed(
	allowed: readonly string[],
	range: string,
): boolean {
	const [address = ""] = range.split("/");
	return allowed.some(
		(outer) =>
			prefixOf(outer) <= prefixOf(range) && addressAllowed([outer], address),
	);
}

function prefixOf(range: string): number {
	const [address = "", prefix] = range.split("/");
	return prefix === undefined ? (isIPv4(address) ? 32 : 128) : Number(prefix);
}

/** An IPv4 address that arrived over an IPv6 socket (`::ffff:192.0.2.1`), in its own form. */
export function plainAddress(address: string): string {
	return address.startsWith("::ffff:") && isIPv4(address.slice(7))
		? address.slice(7)
		: address;
}

/**
 * The name under which an address's failures are counted. Of IPv6 the first half: whoever has one address of a network
 * commonly has all of them.
 */
export function neighbourhood(address: string): string {
	const plain = plainAddress(address).replace(/%.*$/, "");
	if (!isIPv6(plain)) return plain;
	const [head = "", tail] = plain.split("::");
	const groups = head === "" ? [] : head.split(":");
	if (tail !== undefined) {
		const after = tail === "" ? 0 : tail.split(":").length;
		const hidden = 8 - groups.length - after - (tail.includes(".") ? 1 : 0);
		groups.push(...Array(Math.max(0, hidden)).fill("0"), ...tail.split(":"));
	}
	return groups
		.slice(0, 4)
		.map((group) => Number.parseInt(group, 16).toString(16))
		.join(":");
}

/** Whether text is an address or a range that `addressAllowed` can use. */
export function isAddressOrRange(text: string): boolean {
	const [address, prefix, ...rest] = text.split("/");
	const family = isIP(address ?? "");
	if (family === 0 || rest.length > 0) return false;
	if (prefix === undefined) return true;
	return (
		/^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128)
	);
}

function blockListOf(allowed: readonly string[]): BlockList {
	const key = allowed.join(" ");
	let list = lists.get(key);
	if (!list) {
		list = new BlockList();
		for (const entry of allowed) add(list, entry);
		if (lists.size > 10_000) lists.clear();
		lists.set(key, list);
	}
	return list;
}

function add(list: BlockList, entry: string): void {
	const [address = "", prefix] = entry.split("/");
	const type = isIPv4(address) ? "ipv4" : "ipv6";
	if (prefix === undefined) list.addAddress(address, type);
	else list.addSubnet(address, Number(prefix), type);
}
