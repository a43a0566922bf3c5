import { Id, object, operation } from "../../kernel/index.ts";
import { Probe, probeExample } from "./probe.ts";
import { probes } from "./probe-store.ts";

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
	handler: (ctx, { id }) => probes.get(ctx, id),
});
