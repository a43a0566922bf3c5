import { randomBytes } from "node:crypto";
import type { TxtRecords } from "../../kernel/txt-records.ts";

/** Names under which a challenge is published: ours, and the one that clients know already. */
const PREFIXES = ["reeve-verification=", "nb-verification="];

/** What the owner of a domain publishes in DNS to prove it. */
export function dnsChallenge(): string {
	return randomBytes(16).toString("hex");
}

/** The whole TXT record that proves a domain. */
export function proofRecord(challenge: string): string {
	return `${PREFIXES[0]}${challenge}`;
}

/** Whether a domain's owner has published the challenge. @throws unavailable when no name server answers */
export async function isDomainProven(
	txtRecords: TxtRecords,
	domain: string,
	challenge: string,
): Promise<boolean> {
	const records = await txtRecords(domain);
	return PREFIXES.some((prefix) => records.includes(prefix + challenge));
}
