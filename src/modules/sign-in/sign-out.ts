import Type from "typebox";
import { object } from "../../kernel/index.ts";
import { openCall } from "../../kernel/open-call.ts";
import { findSession } from "../sessions/index.ts";
import { endAttempt } from "./attempt.ts";
import { endCarriedSession, SIGN_OUT } from "./end-carried-session.ts";

export const signOut = openCall({
	id: SIGN_OUT,
	method: "POST",
	path: "/sign-in/out",
	summary: "Sign out: the session opens nothing any more, anywhere.",
	unguarded: true,
	input: object({}),
	output: Type.Null(),
	example: { input: {}, output: null },
	async handler(ctx) {
		const { resources } = ctx;
		await endAttempt(resources, ctx.attempt);
		const session = await findSession(resources, ctx.session);
		if (session)
			await resources.database.transaction([session.accountId], (tx) =>
				endCarriedSession(ctx, tx, session),
			);
		return { output: null, session: null, attempt: null };
	},
});
