import { object, operation } from "../../kernel/index.ts";
import {
	PasskeyRequestOptions,
	relyingPartyAt,
	requestOptions,
	requestOptionsExample,
} from "../second-factors/index.ts";
import { keepChallenge } from "../sessions/index.ts";
import { selfOf } from "./confirm-session.ts";

export const confirmPasskeyOptions = operation({
	id: "sessions.passkey_options",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/sessions/passkey-options",
	summary:
		"Ask the browser for one of your passkeys, to prove again that it is you.",
	description:
		"Hand the answer to `PublicKeyCredential.parseRequestOptionsFromJSON` and `navigator.credentials.get`; then confirm with what that answers.",
	perMinute: 20,
	input: object({}),
	output: object({ options: PasskeyRequestOptions }),
	audit: { target: "session" },
	example: { input: {}, output: { options: requestOptionsExample } },
	async handler(ctx) {
		const party = relyingPartyAt(ctx.origin);
		const options = await requestOptions(ctx.db, selfOf(ctx), party, true);
		await keepChallenge(ctx, options.challenge);
		ctx.audit({
			target: { id: ctx.caller.credential.id },
			after: { host: party.id },
		});
		return { options };
	},
});
