import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { Probe, probeExample } from "./probe.ts";
import { findProbe } from "./probe-store.ts";

export const getProbe = operation({
	id: "probes.get",
	module: "probes",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/probes/{id}",
	summary: "Read one probe with its state.",
	input: object({ id: Id }),
	output: Probe,
	example: { input: { id: probeExample.id }, output: probeExample },
	async handler(ctx, { id }) {
		const probe = await findProbe(ctx.db, ctx.account.id, id, ctx.now);
		if (!probe) throw notFound("probe", id);
		return probe;
	},
});
