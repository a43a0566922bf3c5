import { isIP, SocketAddress } from "node:net";
import { domainToASCII } from "node:url";
import { invalid } from "../../kernel/index.ts";

export interface ResourceAddress {
	type: "host" | "subnet" | "domain";
	/** An address with its prefix length, or a domain in lower case and ASCII. */
	address: string;
}

const DOMAIN_LENGTH_MAX = 253;

/**
 * Tells the three forms of an address apart: one host (`10.0.0.5`, `10.0.0.5/32`), a subnet (`10.0.0.0/8`), or a
 * domain, which may start with the wildcard `*.`. Host bits of a subnet are kept as they were sent.
 * @throws invalid (`resource_address`)
 */
export function readResourceAddress(text: string): ResourceAddress {
	const found = readPrefix(text) ?? readDomain(text);
	if (found) return found;
	throw invalid(
		"address",
		"resource_address",
		"address must be an IP address, a subnet such as 10.0.0.0/8, or a domain, which may start with *.",
	);
}

function readPrefix(text: string): ResourceAddress | undefined {
	const [, host = "", length] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
	const family = isIP(host);
	if (family === 0) return undefined;
	const bits = family === 4 ? 32 : 128;
	const prefixLength = length === undefined ? bits : Number(length);
	if (prefixLength > bits) return undefined;
	const { address } = new SocketAddress({
		address: host,
		family: family === 4 ? "ipv4" : "ipv6",
	});
	return {
		type: prefixLength === bits ? "host" : "subnet",
		address: `${address}/${prefixLength}`,
	};
}

/** RFC 1035 lengths; underscores are let through, as service names have them. Numbers alone are no domain. */
function readDomain(text: string): ResourceAddress | undefined {
	const wildcard = text.startsWith("*.") ? "*." : "";
	const given = text.slice(wildcard.length);
	if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(given)) return undefined;
	const domain = domainToASCII(given).toLowerCase();
	const labels = domain.split(".");
	const wellFormed = labels.every((label) =>
		/^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label),
	);
	if (!wellFormed || wildcard.length + domain.length > DOMAIN_LENGTH_MAX)
		return undefined;
	if (/^\d+$/.test(labels.at(-1) ?? "")) return undefined;
	return { type: "domain", address: wildcard + domain };
}
