import { randomBytes } from "node:crypto";
import type { Pepper } from "../../kernel/credentials/pepper.ts";

const FORM = /^rvi_[0-9A-Za-z_-]{43}$/;

/** What the link in an invitation carries: 256 random bits, told from credentials by its prefix. */
export function mintInviteToken(): string {
	return `rvi_${randomBytes(32).toString("base64url")}`;
}

/** What may be stored of it, under each pepper that may have been in use when it was made; none when it is no token. */
export function inviteHashes(pepper: Pepper, token: string): Buffer[] {
	if (!FORM.test(token)) return [];
	return pepper.versions.map((version) => pepper.hash(token, version));
}
