import { randomBytes } from "node:crypto";

/** What the owner of a domain publishes in DNS to prove it. */
export function dnsChallenge(): string {
	return randomBytes(16).toString("hex");
}
