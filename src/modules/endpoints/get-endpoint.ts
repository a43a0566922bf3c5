import { Id, object, operation } from "../../kernel/index.ts";
import { Endpoint, endpointExample } from "./endpoint.ts";
import { endpoints } from "./endpoint-store.ts";

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
	handler: (ctx, { id }) => endpoints.get(ctx, id),
});
