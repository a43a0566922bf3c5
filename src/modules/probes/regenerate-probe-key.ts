import { Id, object, operation } from "../../kernel/index.ts";
import { ProbeWithKey, probeExample } from "./probe.ts";
import { issueProbeKey, revokeProbeKeys } from "./probe-key.ts";
import { probes } from "./probe-store.ts";

export const regenerateProbeKey = operation({
	id: "probes.regenerate_key",
	module: "probes",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/probes/{id}/regenerate-key",
	summary: "Void the key of a probe at once and make a new one.",
	input: object({ id: Id }),
	output: ProbeWithKey,
	audit: { target: "probe" },
	secrets: ["key"],
	example: {
		input: { id: probeExample.id },
		output: { ...probeExample, key: "rvb_…" },
	},
	async handler(ctx, { id }) {
		const { name } = await probes.lockForChange(ctx, id);
		await revokeProbeKeys(ctx, id);
		const key = await issueProbeKey(ctx, { id, name });
		return { ...(await probes.get(ctx, id)), key };
	},
});
