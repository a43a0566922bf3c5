import Type, { type Static } from "typebox";
import { nullable, object, oneOf } from "../../kernel/index.ts";

/** What every step that may end in a session answers. */
export const SignInAnswer = object({
	next: oneOf(["signed_in", "second_factor", "enrol_second_factor"], {
		description:
			"Whether the person is signed in, must show a second factor, or must enrol one before anything else",
	}),
	methods: Type.Array(oneOf(["totp", "passkey", "recovery_code"]), {
		description: "The second factors that can be shown",
	}),
	csrf: nullable(
		Type.String({
			description:
				"To be sent as the header `reeve-csrf` with every write of the session",
		}),
	),
});
export type SignInAnswer = Static<typeof SignInAnswer>;

export const signInExample: SignInAnswer = {
	next: "signed_in",
	methods: [],
	csrf: "an-example-that-opens-nothing",
};
