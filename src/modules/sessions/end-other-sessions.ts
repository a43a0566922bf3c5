import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import { endSessionsOf } from "./session-store.ts";

export const endOtherSessions = operation({
	id: "sessions.end_others",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/sessions/end-others",
	summary: "End all of your sessions but this one.",
	input: object({}),
	output: object({
		ended: Type.Integer({ description: "How many there were" }),
	}),
	audit: { target: "session" },
	example: { input: {}, output: { ended: 2 } },
	async handler(ctx) {
		const { home, user, credential } = ctx.caller;
		if (!user) return { ended: 0 };
		const ended = await endSessionsOf(ctx.db, home.id, user.id, credential.id);
		ctx.revoke(home.id);
		return { ended };
	},
});
