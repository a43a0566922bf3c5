import { randomBytes } from "node:crypto";
import type { Pepper } from "./pepper.ts";

/** What a link lets its holder do: take up an invitation, or set a new password. */
export type LinkKind = "invitation" | "reset";

const prefixes = { invitation: "rvi", reset: "rvr" } as const;
const BODY = "[0-9A-Za-z_-]{43}";
const forms = {
	invitation: new RegExp(`^${prefixes.invitation}_${BODY}$`),
	reset: new RegExp(`^${prefixes.reset}_${BODY}$`),
} as const;

/** What such a link carries: 256 random bits, told from credentials by its prefix. */
export function mintLinkToken(kind: LinkKind): string {
	return `${prefixes[kind]}_${randomBytes(32).toString("base64url")}`;
}

/** What may be stored of it, under each pepper that may have been in use when it was made; none when it is no token. */
export function linkTokenHashes(
	pepper: Pepper,
	kind: LinkKind,
	token: string,
): Buffer[] {
	if (!forms[kind].test(token)) return [];
	return pepper.versions.map((version) => pepper.hash(token, version));
}

const pages = { invitation: "invitation", reset: "reset" } as const;

/**
 * The address to send. The token stands in the fragment, which browsers keep to themselves: it reaches no server's log
 * and no other site.
 */
export function linkTo(
	kind: LinkKind,
	publicUrl: string,
	token: string,
): string {
	return `${publicUrl}/${pages[kind]}#${token}`;
}
