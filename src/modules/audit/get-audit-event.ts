import { raw, sql } from "../../db/index.ts";
import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { AUDIT_COLUMNS, AuditEvent, auditExample } from "./audit-event.ts";

export const getAuditEvent = operation({
	id: "audit.get",
	module: "audit",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/audit-events/{id}",
	summary: "Read one event of the audit log.",
	input: object({ id: Id }),
	output: AuditEvent,
	example: { input: { id: auditExample.id }, output: auditExample },
	async handler(ctx, { id }) {
		const [event] = await ctx.db.query<AuditEvent>(
			sql`select ${raw(AUDIT_COLUMNS)} from audit_events t where t.account_id = ${ctx.account.id} and t.id = ${id}`,
		);
		if (!event) throw notFound("audit event", id);
		return event;
	},
});
