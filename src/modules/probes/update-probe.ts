import {
	Id,
	object,
	operation,
	requireFreeName,
	requireReferred,
	requireTimezone,
} from "../../kernel/index.ts";
import { regions } from "../regions/index.ts";
import { Probe, probeExample, probeFields } from "./probe.ts";
import { changeProbe, probes } from "./probe-store.ts";

export const updateProbe = operation({
	id: "probes.update",
	module: "probes",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/probes/{id}",
	summary: "Change what is registered about a probe.",
	input: object({ id: Id, ...probeFields }),
	output: Probe,
	audit: { target: "probe" },
	example: {
		input: { id: probeExample.id, display_name: "Vienna, cellar" },
		output: { ...probeExample, display_name: "Vienna, cellar", version: 2 },
	},
	async handler(ctx, { id, ...input }) {
		const before = await probes.getForChange(ctx, id);
		await requireFreeName(ctx, probes, input.name, id);
		requireTimezone(input.timezone);
		await requireReferred(ctx, regions, "region_id", input.region_id);
		await changeProbe(ctx.db, ctx.account.id, id, { ...before, ...input });
		const after = await probes.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
