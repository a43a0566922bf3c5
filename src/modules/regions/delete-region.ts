import Type from "typebox";
import { conflict, Id, object, operation } from "../../kernel/index.ts";
import { regions } from "./region-store.ts";

export const deleteRegion = operation({
	id: "regions.delete",
	module: "regions",
	access: "write",
	scope: "account",
	method: "DELETE",
	path: "/regions/{id}",
	summary: "Delete a region that holds no probes and no devices.",
	input: object({ id: Id }),
	output: Type.Null(),
	audit: { target: "region" },
	example: { input: { id: "1000110" }, output: null },
	async handler(ctx, { id }) {
		const before = await regions.getForChange(ctx, id);
		const { probes_count: probes, devices_count: devices } = before;
		if (probes + devices > 0)
			throw conflict(
				"region_in_use",
				`The region holds ${probes} probes and ${devices} devices.`,
				{ probes, devices },
			);
		await regions.remove(ctx, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
