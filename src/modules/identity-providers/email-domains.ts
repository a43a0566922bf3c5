import { domainToASCII } from "node:url";
import { type Handle, sql } from "../../db/index.ts";
import { type Context, conflict, invalid } from "../../kernel/index.ts";

const DOMAIN =
	/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Domains as they are compared: lower case, in ASCII, without `@` or a last dot, none twice. @throws invalid */
export function normalDomains(domains: readonly string[]): string[] {
	const normal = domains.map((given, index) => {
		const domain = domainToASCII(given.trim().replace(/^@|\.$/g, ""));
		if (DOMAIN.test(domain)) return domain;
		throw invalid(
			`domains/${index}`,
			"domain",
			`domains/${index} must be a domain such as example.com`,
		);
	});
	return [...new Set(normal)];
}

/** The domain of an e-mail address, as it is compared; an empty text when it has none. */
export function domainOf(email: string): string {
	const at = email.lastIndexOf("@");
	return at < 0 ? "" : domainToASCII(email.slice(at + 1).toLowerCase());
}

/**
 * A domain is one account's: otherwise one account could have another's people sent to a provider of its own. Whoever
 * comes second waits here, so that of two at once one is refused. @throws conflict (`domain_claimed`)
 */
export async function claimDomains(
	ctx: Context,
	domains: readonly string[],
): Promise<void> {
	await ctx.db.query(
		sql`select pg_advisory_xact_lock(hashtext('identity_providers.domains'))`,
	);
	const [claimed] = await ctx.db.query<{ domain: string }>(
		sql`select claimed_domains(${domains}::text[], ${ctx.account.id}) as domain`,
	);
	if (claimed)
		throw conflict(
			"domain_claimed",
			`The domain ${claimed.domain} belongs to the identity provider of another account.`,
			{ domain: claimed.domain },
		);
}

/** The account whose provider people of an address's domain are sent to, if there is one. */
export async function accountOfDomain(
	db: Handle,
	email: string,
): Promise<string | undefined> {
	const [row] = await db.query<{ account_id: string | null }>(
		sql`select find_identity_provider(${domainOf(email)}) as account_id`,
	);
	return row?.account_id ?? undefined;
}
