import { type Context, checkVersion, notFound } from "../../kernel/index.ts";
import type { Grant } from "./grant.ts";
import { grants } from "./grant-store.ts";
import { isWithinNarrowing } from "./narrowing.ts";

/** The grant that a read is about. @throws not_found, for tenants outside the credential's narrowing too */
export async function visibleGrant(ctx: Context, id: string): Promise<Grant> {
	const grant = await grants.find(ctx, id);
	if (!grant || !isWithinNarrowing(ctx, grant.tenant_id))
		throw notFound("grant", id);
	return grant;
}

/** The grant that a write is about, locked and of the version the caller has seen. */
export async function lockedGrant(ctx: Context, id: string): Promise<Grant> {
	await grants.lock(ctx, id);
	const grant = await visibleGrant(ctx, id);
	checkVersion(ctx, grant);
	return grant;
}
