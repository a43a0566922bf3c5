import { sql } from "../../db/index.ts";
import { type Context, conflict } from "../../kernel/index.ts";
import { findDomain } from "../accounts/index.ts";
import { insertInvitation } from "./invitation-store.ts";

/**
 * The account of its own that has a domain and may therefore be invited. Who else has a domain is not told: another
 * provider's tenant answers as another provider would. @throws conflict (`domain_taken`)
 */
export async function findExisting(
	ctx: Context,
	domain: string,
): Promise<string | undefined> {
	const owner = domain === "" ? undefined : await findDomain(ctx.db, domain);
	if (!owner) return undefined;
	if (owner.kind === "standalone") return owner.id;
	const [own] = await ctx.db.query<{ id: string }>(
		sql`select id from accounts where parent_id = ${ctx.account.id} and id = ${owner.id}`,
	);
	throw conflict("domain_taken", "This domain is taken.", {
		domain,
		...(own && { tenant_id: own.id }),
	});
}

/** Notes an existing account under a name of the provider's. What was sold to it can be said once it has joined. */
export async function noteExisting(
	ctx: Context,
	tenantId: string,
	{ name, domain }: { name: string; domain: string },
	profile: object,
): Promise<void> {
	const [field] = Object.keys(profile);
	if (field !== undefined)
		throw conflict(
			"account_exists",
			`An account with this domain exists; ${field} can be set once it has become a tenant.`,
			{ domain, field },
		);
	const noted = await insertInvitation(ctx.db, ctx.account.id, {
		tenantId,
		name,
		domain,
	});
	if (!noted)
		throw conflict("tenant_exists", "This account is in the list already.", {
			domain,
			tenant_id: tenantId,
		});
}
