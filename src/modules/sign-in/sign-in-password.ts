import Type from "typebox";
import { forbidden, object, unauthenticated } from "../../kernel/index.ts";
import { openCall } from "../../kernel/open-call.ts";
import { verifyPossiblePassword } from "../users/index.ts";
import { finishSignIn } from "./finish-sign-in.ts";
import { passwordClosed } from "./password-rule.ts";
import { findWithPassword } from "./person.ts";
import { refuseSignIn } from "./refuse-sign-in.ts";
import { SignInAnswer, signInExample } from "./sign-in-answer.ts";

export const signInPassword = openCall({
	id: "sign_in.password",
	method: "POST",
	path: "/sign-in/password",
	summary: "Sign in with e-mail address and password.",
	description:
		"A wrong address and a wrong password get the same answer, and take the same time.",
	input: object({
		email: Type.String({ minLength: 1, maxLength: 254 }),
		password: Type.String({ minLength: 1, maxLength: 200 }),
	}),
	output: SignInAnswer,
	example: {
		input: {
			email: "tina@example.com",
			password: "an-example-Password-1",
		},
		output: signInExample,
	},
	async handler(ctx, { email, password }) {
		const { database } = ctx.resources;
		const { person, passwordHash } = await findWithPassword(database, email);
		// By the address as it is stored: the database may fold letters that are others here, and each spelling would
		// have tries of its own.
		await ctx.slowDown(person?.email ?? email);
		const matches = await verifyPossiblePassword(passwordHash, password);
		if (!person || !matches) {
			if (person) refuseSignIn(ctx, person, ctx.operation, "wrong_password");
			throw unauthenticated(
				"wrong_credentials",
				"The e-mail address or the password is wrong.",
			);
		}
		if (await passwordClosed(database.reader([person.accountId]), person)) {
			refuseSignIn(ctx, person, ctx.operation, "sso_required");
			throw forbidden(
				"sso_required",
				"Your organization has you sign in with its own account; use single sign-on.",
			);
		}
		return finishSignIn(ctx, person, ["password"]);
	},
});
