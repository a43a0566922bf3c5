import Type from "typebox";
import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { CHECK_IN_SECONDS, probeExample } from "./probe.ts";
import { recordContact } from "./probe-store.ts";

export const checkInProbe = operation({
	id: "probes.check_in",
	module: "probes",
	access: "write",
	scope: "machine",
	method: "POST",
	path: "/probes/check-in",
	summary: "Say, as a probe, that it is alive and what it runs on.",
	quiet: true,
	input: object({
		agent_version: Type.Optional(Type.String({ maxLength: 100 })),
		platform: Type.Optional(
			Type.String({ maxLength: 100, description: "Such as linux or windows" }),
		),
	}),
	output: object({
		id: Id,
		number: Type.Integer(),
		name: Type.String(),
		next_check_in_seconds: Type.Integer(),
	}),
	example: {
		input: { agent_version: "0.1.0", platform: "linux" },
		output: {
			id: probeExample.id,
			number: probeExample.number,
			name: probeExample.name,
			next_check_in_seconds: CHECK_IN_SECONDS,
		},
	},
	async handler(ctx, { agent_version = "", platform = "" }) {
		const { kind, subjectId } = ctx.caller.credential;
		if (kind !== "probe" || subjectId === null) throw notFound("probe");
		const probe = await recordContact(ctx.db, ctx.account.id, subjectId, {
			at: ctx.now,
			address: ctx.address,
			agentVersion: agent_version,
			platform,
		});
		if (!probe) throw notFound("probe", subjectId);
		return { ...probe, next_check_in_seconds: CHECK_IN_SECONDS };
	},
});
