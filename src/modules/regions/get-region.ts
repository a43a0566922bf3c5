import { Id, object, operation } from "../../kernel/index.ts";
import { Region, regionExample } from "./region.ts";
import { regions } from "./region-store.ts";

export const getRegion = operation({
	id: "regions.get",
	module: "regions",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/regions/{id}",
	summary: "Read one region.",
	input: object({ id: Id }),
	output: Region,
	example: { input: { id: regionExample.id }, output: regionExample },
	handler: (ctx, { id }) => regions.get(ctx, id),
});
