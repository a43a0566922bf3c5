import Type from "typebox";
import { object } from "../../kernel/index.ts";
import { openCall } from "../../kernel/open-call.ts";
import {
	appCodesClosed,
	TOTP_CODE_PATTERN,
	tryAppCode,
} from "../second-factors/index.ts";
import { refuseSignIn, SignInAnswer, signInExample } from "../sign-in/index.ts";
import { finishStep, takeTry, wrong } from "./second-factor-attempt.ts";

export const signInTotp = openCall({
	id: "sign_in.totp",
	method: "POST",
	path: "/sign-in/totp",
	summary: "Take the second step with a code of an authenticator app.",
	description:
		"A code is good once. After five wrong answers the sign-in starts again, and after twenty in a row no code is accepted for a day; passkeys and recovery codes are.",
	input: object({
		code: Type.String({
			pattern: TOTP_CODE_PATTERN,
			maxLength: 20,
			description: "The six digits that the app shows now",
		}),
	}),
	output: SignInAnswer,
	example: { input: { code: "492039" }, output: signInExample },
	async handler(ctx, { code }) {
		const step = await takeTry(ctx);
		const { person } = step;
		const judged = await tryAppCode(ctx.resources, person, code, ctx.now);
		if (judged === "closed") {
			const closed = appCodesClosed();
			refuseSignIn(ctx, person, ctx.operation, closed.reason as string);
			throw closed;
		}
		if (judged === "wrong")
			throw wrong(
				ctx,
				person,
				"wrong_code",
				"The code is wrong or was used already; wait for the next one.",
			);
		return finishStep(ctx, step, "totp");
	},
});
