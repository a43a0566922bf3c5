import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { requireRegion } from "../regions/index.ts";
import { Probe, probeExample, probeFields } from "./probe.ts";
import { requireFreeProbeName, requireTimezone } from "./probe-rules.ts";
import { changeProbe, findProbe, lockProbe } from "./probe-store.ts";

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
		const row = await lockProbe(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("probe", id);
		checkVersion(ctx, row);
		await requireFreeProbeName(ctx, input.name, id);
		requireTimezone(input.timezone);
		await requireRegion(ctx, input.region_id);
		const read = () => findProbe(ctx.db, ctx.account.id, id, ctx.now);
		const before = (await read()) as Probe;
		await changeProbe(ctx.db, ctx.account.id, id, { ...before, ...input });
		const after = (await read()) as Probe;
		ctx.audit({ before, after });
		return after;
	},
});
