import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Grant, grantExample } from "./grant.ts";
import { findGrant } from "./grant-store.ts";
import { isWithinNarrowing } from "./narrowing.ts";

export const getGrant = operation({
	id: "grants.get",
	module: "grants",
	access: "read",
	scope: "provider",
	method: "GET",
	path: "/grants/{id}",
	summary: "Read one grant.",
	input: object({ id: Id }),
	output: Grant,
	example: { input: { id: grantExample.id }, output: grantExample },
	async handler(ctx, { id }) {
		const grant = await findGrant(ctx.db, ctx.account.id, id);
		if (!grant || !isWithinNarrowing(ctx, grant.tenant_id))
			throw notFound("grant", id);
		return grant;
	},
});
