import Type from "typebox";
import { csrfToken } from "../../kernel/credentials/csrf.ts";
import { nullable, object, oneOf } from "../../kernel/index.ts";
import { openCall } from "../../kernel/open-call.ts";
import { version } from "../../package-root.ts";
import { isSetUp } from "../accounts/index.ts";

export const signInState = openCall({
	id: "sign_in.state",
	method: "GET",
	path: "/sign-in",
	summary: "Say whether the browser is signed in, and whether anybody can be.",
	input: object({}),
	output: object({
		set_up: Type.Boolean({ description: "Whether there is an account yet" }),
		signed_in: Type.Boolean(),
		csrf: nullable(
			Type.String({
				description:
					"To be sent as the header `reeve-csrf` with every write of the session",
			}),
		),
		needs: nullable(
			oneOf(["second_factor_enrolment"], {
				description: "What the session must do before anything else",
			}),
		),
		mail: Type.Boolean({
			description: "Whether the server can send mail, such as a reset link",
		}),
		version: Type.String({ description: "Of the server" }),
	}),
	example: {
		input: {},
		output: {
			set_up: true,
			signed_in: true,
			csrf: "an-example-that-opens-nothing",
			needs: null,
			mail: false,
			version: "1.0.0",
		},
	},
	async handler(ctx) {
		const { resources, session } = ctx;
		const caller = await ctx.caller();
		const signedIn = caller !== undefined && session !== undefined;
		const restricted = caller?.credential.access.type === "operations";
		return {
			output: {
				set_up: await isSetUp(resources.database),
				signed_in: signedIn,
				csrf: signedIn ? csrfToken(resources.pepper, session) : null,
				needs: restricted ? ("second_factor_enrolment" as const) : null,
				mail: resources.mailer !== undefined,
				version,
			},
			// A cookie that opens nothing any more would be refused with every call.
			...(session !== undefined && !signedIn ? { session: null } : {}),
		};
	},
});
