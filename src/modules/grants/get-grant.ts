import { Id, object, operation } from "../../kernel/index.ts";
import { Grant, grantExample } from "./grant.ts";
import { visibleGrant } from "./visible-grant.ts";

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
	handler: (ctx, { id }) => visibleGrant(ctx, id),
});
