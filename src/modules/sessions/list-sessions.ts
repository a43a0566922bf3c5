import { sql } from "../../db/index.ts";
import {
	equals,
	object,
	operation,
	pageInput,
	pageOf,
} from "../../kernel/index.ts";
import { Session, sessionExample } from "./session.ts";
import { sessions } from "./session-list.ts";

export const listSessions = operation({
	id: "sessions.list",
	module: "sign_in",
	access: "read",
	scope: "session",
	method: "GET",
	path: "/sessions",
	summary: "List where you are signed in.",
	input: object(pageInput),
	output: pageOf(Session),
	example: {
		input: {},
		output: { data: [sessionExample], next: null, has_more: false },
	},
	handler: (ctx, page) =>
		sessions.page(ctx, page, [
			sql`t.kind = 'session'`,
			equals("t.user_id", ctx.caller.user?.id),
			sql`t.expires_at > ${ctx.now} and k.valid_until > ${ctx.now}`,
		]),
});
