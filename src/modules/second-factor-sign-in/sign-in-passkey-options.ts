import Type from "typebox";
import { object } from "../../kernel/index.ts";
import { openCall } from "../../kernel/open-call.ts";
import {
	PASSKEY_TIMEOUT_MS,
	PasskeyRequestOptions,
	relyingPartyAt,
	requestOptions,
	requestOptionsExample,
} from "../second-factors/index.ts";
import {
	endAttempt,
	noteInAttempt,
	openAttempt,
	SECOND_FACTOR,
} from "../sign-in/index.ts";
import { PASSKEY_ALONE, readSecondStep } from "./passkey-attempt.ts";
import { signInOver } from "./second-factor-attempt.ts";

export const signInPasskeyOptions = openCall({
	id: "sign_in.passkey_options",
	method: "POST",
	path: "/sign-in/passkey-options",
	summary: "Ask the browser for a passkey.",
	description:
		"Between the steps of a sign-in for one of that person's; otherwise for any that the browser has for this server, which then stands for the password too. Hand the answer to `PublicKeyCredential.parseRequestOptionsFromJSON` and `navigator.credentials.get`.",
	input: object({
		alone: Type.Optional(
			Type.Boolean({
				description:
					"Sign in by the passkey alone, and leave the sign-in that is between its steps",
			}),
		),
	}),
	output: object({ options: PasskeyRequestOptions }),
	example: { input: {}, output: { options: requestOptionsExample } },
	async handler(ctx, { alone = false }) {
		const { resources, attempt, origin } = ctx;
		const party = relyingPartyAt(origin);
		const begun = alone ? undefined : await readSecondStep(ctx);
		const accountIds = begun ? [begun.accountId] : [];
		const db = resources.database.reader(accountIds);
		const options = await requestOptions(db, begun, party);
		const { challenge } = options;
		if (begun) {
			const part = { challenge };
			if (!(await noteInAttempt(resources, attempt, SECOND_FACTOR, part)))
				throw signInOver();
			return { output: { options } };
		}
		await endAttempt(resources, attempt);
		return {
			output: { options },
			attempt: await openAttempt(resources, {
				purpose: PASSKEY_ALONE,
				state: { challenge },
				minutes: PASSKEY_TIMEOUT_MS / 60_000,
			}),
		};
	},
});
