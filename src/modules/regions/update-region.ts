import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { Region, regionExample, regionFields } from "./region.ts";
import { requireFreeRegionName } from "./region-rules.ts";
import { changeRegion, findRegion, lockRegion } from "./region-store.ts";

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
		const row = await lockRegion(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("region", id);
		checkVersion(ctx, row);
		await requireFreeRegionName(ctx, fields.name, id);
		const before = await findRegion(ctx.db, ctx.account.id, id);
		await changeRegion(ctx.db, ctx.account.id, id, fields);
		const after = (await findRegion(ctx.db, ctx.account.id, id)) as Region;
		ctx.audit({ before, after });
		return after;
	},
});
