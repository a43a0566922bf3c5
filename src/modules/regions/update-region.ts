import { Id, object, operation, requireFreeName } from "../../kernel/index.ts";
import { Region, regionExample, regionFields } from "./region.ts";
import { changeRegion, regions } from "./region-store.ts";

export const updateRegion = operation({
	id: "regions.update",
	module: "regions",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/regions/{id}",
	summary: "Change the name or the description of a region.",
	input: object({ id: Id, ...regionFields }),
	output: Region,
	audit: { target: "region" },
	example: {
		input: { id: regionExample.id, name: "Far north" },
		output: { ...regionExample, name: "Far north", version: 2 },
	},
	async handler(ctx, { id, ...fields }) {
		const before = await regions.getForChange(ctx, id);
		await requireFreeName(ctx, regions, fields.name, id);
		await changeRegion(ctx.db, ctx.account.id, id, fields);
		const after = await regions.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
