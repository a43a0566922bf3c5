import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Region, regionExample } from "./region.ts";
import { findRegion } from "./region-store.ts";

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
	async handler(ctx, { id }) {
		const region = await findRegion(ctx.db, ctx.account.id, id);
		if (!region) throw notFound("region", id);
		return region;
	},
});
