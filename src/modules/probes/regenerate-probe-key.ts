import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import { type Probe, ProbeWithKey, probeExample } from "./probe.ts";
import { issueProbeKey, revokeProbeKeys } from "./probe-key.ts";
import { findProbe, lockProbe } from "./probe-store.ts";

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
		const row = await lockProbe(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("probe", id);
		checkVersion(ctx, row);
		await revokeProbeKeys(ctx, id);
		const key = await issueProbeKey(ctx, { id, name: row.name });
		const probe = await findProbe(ctx.db, ctx.account.id, id, ctx.now);
		return { ...(probe as Probe), key };
	},
});
