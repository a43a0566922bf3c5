import Type from "typebox";
import { sql } from "../../db/index.ts";
import { Id, notFound, object, oneOf, operation } from "../../kernel/index.ts";
import { connectionIp } from "./connection-ip.ts";
import { endpointStatuses } from "./endpoint.ts";

/** A third of the time after which a silent endpoint is shown as off. */
const INTERVAL_SECONDS = 60;

const printable = (maxLength: number) =>
	Type.Optional(Type.String({ maxLength, pattern: "^\\P{Cc}*$" }));

export const heartbeat = operation({
	id: "endpoints.heartbeat",
	module: "endpoints",
	access: "write",
	scope: "machine",
	method: "POST",
	path: "/heartbeat",
	summary: "Say that a machine is alive, and what has changed on it.",
	description:
		"Called by an enrolled machine with the credential that enrolment gave it, every `interval_seconds`. It leaves no row in the audit log.",
	input: object({
		status: Type.Optional(
			oneOf(
				endpointStatuses.filter((status) => status !== "Off"),
				{ description: "Protected unless said" },
			),
		),
		os_version: printable(255),
		kernel_version: printable(255),
		agent_version: printable(100),
		ui_version: printable(100),
	}),
	output: object({
		id: Id,
		approval_required: Type.Boolean(),
		interval_seconds: Type.Integer(),
	}),
	quiet: true,
	example: {
		input: { status: "Encrypted" },
		output: {
			id: "1000051",
			approval_required: false,
			interval_seconds: INTERVAL_SECONDS,
		},
	},
	async handler(ctx, said) {
		const status = said.status ?? "Protected";
		const [row] = await ctx.db.query<{
			id: string;
			approval_required: boolean;
		}>(sql`update endpoints set last_seen_at = ${ctx.now}, status = ${status}, last_sync_status = ${status}, connection_ip = ${connectionIp(ctx.address)},
			os_version = coalesce(${said.os_version ?? null}, os_version), kernel_version = coalesce(${said.kernel_version ?? null}, kernel_version),
			agent_version = coalesce(${said.agent_version ?? null}, agent_version), ui_version = coalesce(${said.ui_version ?? null}, ui_version)
			where account_id = ${ctx.account.id} and id = ${ctx.caller.credential.subjectId} returning id, approval_required`);
		if (!row) throw notFound("endpoint");
		return { ...row, interval_seconds: INTERVAL_SECONDS };
	},
});
