import { object, operation } from "../../kernel/index.ts";
import { requireRegion } from "../regions/index.ts";
import {
	type Probe,
	ProbeName,
	ProbeWithKey,
	probeExample,
	probeFields,
} from "./probe.ts";
import { issueProbeKey } from "./probe-key.ts";
import { requireFreeProbeName, requireTimezone } from "./probe-rules.ts";
import { findProbe, insertProbe } from "./probe-store.ts";

export const createProbe = operation({
	id: "probes.create",
	module: "probes",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/probes",
	summary: "Register a probe and get its key, which is shown this once.",
	input: object({ ...probeFields, name: ProbeName }),
	output: ProbeWithKey,
	audit: { target: "probe" },
	secrets: ["key"],
	example: {
		input: { name: probeExample.name, timezone: probeExample.timezone },
		output: { ...probeExample, key: "rvb_…" },
	},
	async handler(ctx, input) {
		const { name, display_name = name, region_id = null } = input;
		await requireFreeProbeName(ctx, name, null);
		requireTimezone(input.timezone);
		await requireRegion(ctx, region_id);
		const id = await insertProbe(ctx.db, ctx.account.id, {
			name,
			display_name,
			region_id,
			contact_person: input.contact_person ?? "",
			contact_email: input.contact_email ?? "",
			timezone: input.timezone ?? "UTC",
		});
		const key = await issueProbeKey(ctx, { id, name });
		const probe = await findProbe(ctx.db, ctx.account.id, id, ctx.now);
		return { ...(probe as Probe), key };
	},
});
