import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Endpoint, endpointExample } from "./endpoint.ts";
import { findEndpoint } from "./endpoint-store.ts";

export const getEndpoint = operation({
	id: "endpoints.get",
	module: "endpoints",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/endpoints/{id}",
	summary: "Read one endpoint.",
	input: object({ id: Id }),
	output: Endpoint,
	example: { input: { id: endpointExample.id }, output: endpointExample },
	async handler(ctx, { id }) {
		const endpoint = await findEndpoint(ctx.db, ctx.account.id, id, ctx.now);
		if (!endpoint) throw notFound("endpoint", id);
		return endpoint;
	},
});
