import {
	object,
	operation,
	requireFreeName,
	requireReferred,
	requireTimezone,
} from "../../kernel/index.ts";
import { regions } from "../regions/index.ts";
import { ProbeName, ProbeWithKey, probeExample, probeFields } from "./probe.ts";
import { issueProbeKey } from "./probe-key.ts";
import { insertProbe, probes } from "./probe-store.ts";

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
		await requireFreeName(ctx, probes, name, null);
		requireTimezone(input.timezone);
		await requireReferred(ctx, regions, "region_id", region_id);
		const id = await insertProbe(ctx.db, ctx.account.id, {
			name,
			display_name,
			region_id,
			contact_person: input.contact_person ?? "",
			contact_email: input.contact_email ?? "",
			timezone: input.timezone ?? "UTC",
		});
		const key = await issueProbeKey(ctx, { id, name });
		return { ...(await probes.get(ctx, id)), key };
	},
});
