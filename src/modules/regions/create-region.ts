import { object, operation, requireFreeName } from "../../kernel/index.ts";
import { Region, RegionName, regionExample, regionFields } from "./region.ts";
import { insertRegion, regions } from "./region-store.ts";

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
		await requireFreeName(ctx, regions, name, null);
		const id = await insertRegion(ctx.db, ctx.account.id, name, description);
		return regions.get(ctx, id);
	},
});
