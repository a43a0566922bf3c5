import Type, { type Static } from "typebox";
import { raw, type Sql, sql } from "../../db/index.ts";
import {
	Id,
	listPage,
	object,
	oneOf,
	operation,
	pageInput,
	pageOf,
	Timestamp,
	when,
} from "../../kernel/index.ts";
import {
	AuditEvent,
	auditExample,
	auditList,
	EXTERNAL,
} from "./audit-event.ts";

const Text = Type.String({ maxLength: 200 });

const filterFields = {
	from: Type.Optional(Timestamp),
	to: Type.Optional(Timestamp),
	actor_id: Type.Optional(Id),
	credential_id: Type.Optional(Id),
	operation: Type.Optional(Text),
	surface: Type.Optional(Text),
	target_type: Type.Optional(Text),
	target_id: Type.Optional(Id),
	request_id: Type.Optional(Text),
	outcome: Type.Optional(oneOf(["done", "refused"])),
	external: Type.Optional(Type.Boolean()),
	sealed: Type.Optional(
		Type.Boolean({ description: "Whether it has its place in the chain" }),
	),
};
const Filters = object(filterFields);

export const listAuditEvents = operation({
	id: "audit.list",
	module: "audit",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/audit-events",
	summary: "List what was done and what was refused, newest first.",
	description:
		"`from` is the first moment listed and `to` the first no longer listed. `external` tells the acts of people from another account, such as the provider's.",
	input: object({ ...pageInput, ...filterFields }),
	output: pageOf(AuditEvent),
	example: {
		input: { external: true },
		output: { data: [auditExample], next: null, has_more: false },
	},
	handler: (ctx, input) =>
		listPage<AuditEvent>(
			ctx.db,
			ctx.accountIds,
			auditList,
			{ ...input, sort: input.sort ?? "-at" },
			[filter(input), when(input.sealed, isSealed)],
		),
});

/** Looks no further back than to where the sealer stands, and at most at this many events beyond. */
const UNSEALED_MAX = 10_000;

function isSealed(sealed: boolean): Sql {
	const waiting = sql`(t.id in (select w.id from unsealed_events(false, ${UNSEALED_MAX}) w))`;
	return sql`${waiting} = ${!sealed}`;
}

/**
 * One text for every choice of filters, so that few statements are prepared; the bounds of time are always there, so
 * that months outside them are not read.
 */
function filter(wanted: Static<typeof Filters>): Sql {
	const { from, to, actor_id, credential_id, operation, surface } = wanted;
	const { target_type, target_id, request_id, outcome, external } = wanted;
	return sql`t.at >= ${from ?? "-infinity"}::timestamptz and t.at < ${to ?? "infinity"}::timestamptz
		and (${actor_id ?? null}::bigint is null or t.actor_id = ${actor_id ?? null}::bigint)
		and (${credential_id ?? null}::bigint is null or t.credential_id = ${credential_id ?? null}::bigint)
		and (${operation ?? null}::text is null or t.operation = ${operation ?? null}::text)
		and (${surface ?? null}::text is null or t.surface = ${surface ?? null}::text)
		and (${target_type ?? null}::text is null or t.target_type = ${target_type ?? null}::text)
		and (${target_id ?? null}::bigint is null or t.target_id = ${target_id ?? null}::bigint)
		and (${request_id ?? null}::text is null or t.request_id = ${request_id ?? null}::text)
		and (${outcome ?? null}::text is null or t.outcome = ${outcome ?? null}::text)
		and (${external ?? null}::boolean is null or ${raw(EXTERNAL)} = ${external ?? null}::boolean)`;
}
