import { isIP } from "node:net";
import { invalid } from "../../kernel/index.ts";

/** Ranges in the form Postgres writes them, each once. @throws invalid */
export function readRanges(ranges: readonly string[]): string[] {
	return [...new Set(ranges.map(readRange))];
}

function readRange(text: string, index: number): string {
	const [address = "", prefix = ""] = text.split("/");
	const family = isIP(address);
	const bits = family === 4 ? 32 : 128;
	const length = Number(prefix);
	if (family === 0 || length > bits) throw refused(text, index);
	if (hostBits(address, family, length) !== 0n) throw refused(text, index);
	return `${address.toLowerCase()}/${length}`;
}

function refused(text: string, index: number) {
	return invalid(
		`verified_ranges/${index}`,
		"range",
		`${text} is not an address range: an address, a slash, a prefix length, and no bits set beyond it`,
		{ range: text },
	);
}

/** What lies beyond the prefix; a range has nothing there. */
function hostBits(address: string, family: number, length: number): bigint {
	const bits = family === 4 ? 32 : 128;
	const value = family === 4 ? ipv4Bits(address) : ipv6Bits(address);
	return value & ((1n << BigInt(bits - length)) - 1n);
}

export function ipv4Bits(address: string): bigint {
	return address
		.split(".")
		.reduce((bits, octet) => (bits << 8n) | BigInt(octet), 0n);
}

/** RFC 4291, section 2.2: eight groups, `::` once for a run of zeroes, the last two perhaps as IPv4. */
function ipv6Bits(address: string): bigint {
	const groups = (text: string) =>
		text === "" ? [] : text.split(":").flatMap(groupOf);
	const [head = "", tail] = address.split("::");
	const left = groups(head);
	const right = tail === undefined ? [] : groups(tail);
	const zeroes = Array<bigint>(8 - left.length - right.length).fill(0n);
	return [...left, ...zeroes, ...right].reduce(
		(bits, group) => (bits << 16n) | group,
		0n,
	);
}

function groupOf(text: string): bigint[] {
	if (!text.includes(".")) return [BigInt(`0x${text}`)];
	const bits = ipv4Bits(text);
	return [bits >> 16n, bits & 0xffffn];
}
