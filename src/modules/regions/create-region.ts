import { object, operation } from "../../kernel/index.ts";
import { Region, RegionName, regionExample, regionFields } from "./region.ts";
import { requireFreeRegionName } from "./region-rules.ts";
import { findRegion, insertRegion } from "./region-store.ts";

export const createRegion = operation({
	id: "regions.create",
	module: "regions",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/regions",
	summary: "Create a region.",
	input: object({ ...regionFields, name: RegionName }),
	output: Region,
	audit: { target: "region" },
	example: {
		input: { name: regionExample.name },
		output: { ...regionExample, probes_count: 0, devices_count: 0 },
	},
	async handler(ctx, { name, description = "" }) {
		await requireFreeRegionName(ctx, name, null);
		const id = await insertRegion(ctx.db, ctx.account.id, name, description);
		return (await findRegion(ctx.db, ctx.account.id, id)) as Region;
	},
});
