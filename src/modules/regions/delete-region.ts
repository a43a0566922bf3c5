import Type from "typebox";
import {
	checkVersion,
	conflict,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import type { Region } from "./region.ts";
import { findRegion, lockRegion, removeRegion } from "./region-store.ts";

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
		const row = await lockRegion(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("region", id);
		checkVersion(ctx, row);
		const before = (await findRegion(ctx.db, ctx.account.id, id)) as Region;
		const { probes_count: probes, devices_count: devices } = before;
		if (probes + devices > 0)
			throw conflict(
				"region_in_use",
				`The region holds ${probes} probes and ${devices} devices.`,
				{ probes, devices },
			);
		await removeRegion(ctx.db, ctx.account.id, id);
		ctx.audit({ target: { id, name: before.name }, before, after: null });
		return null;
	},
});
