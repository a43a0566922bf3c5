import { raw, type Sql, sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";

/**
 * Whether a credential that was narrowed to some tenants may deal with this one. The others are not there for it,
 * neither inside nor in the provider's lists: a leaked token must not delete what it may not enter.
 */
export function isWithinNarrowing(ctx: Context, tenantId: string): boolean {
	const { tenants } = ctx.caller.credential;
	return tenants === null || tenants.includes(tenantId);
}

/** The same as a filter of a list, over a column that holds the tenant's number. */
export function withinNarrowing(ctx: Context, column: string): Sql | undefined {
	const { tenants } = ctx.caller.credential;
	return tenants === null
		? undefined
		: sql`${raw(column)} = any(${tenants}::bigint[])`;
}
