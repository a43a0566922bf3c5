import { EntityStore } from "../../kernel/index.ts";
import type { Session } from "./session.ts";

type SessionRow = Omit<Session, "current">;

/** The sessions of the caller, as credentials with what only sessions know. */
export const sessions = new EntityStore<
	Session,
	{ version: number },
	SessionRow
>({
	noun: "session",
	table: "credentials",
	joins: `join sessions s on s.account_id = t.account_id and s.credential_id = t.id
	join credential_secrets k on k.account_id = t.account_id and k.credential_id = t.id`,
	columns: `t.id, s.methods, s.address, s.user_agent, t.last_used_at, t.last_used_address, s.confirmed_at, t.expires_at,
	k.valid_until as idle_expires_at, t.created_at`,
	sortable: {
		created_at: { expression: "t.created_at", type: "timestamptz" },
		last_used_at: {
			expression: "coalesce(t.last_used_at, t.created_at)",
			type: "timestamptz",
		},
	},
	searchable: ["s.user_agent", "s.address"],
	finish: (rows, ctx) =>
		rows.map((row) => ({
			...row,
			current: row.id === ctx.caller.credential.id,
		})),
});
