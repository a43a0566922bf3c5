import { object, operation } from "../../kernel/index.ts";
import {
	creationOptions,
	creationOptionsExample,
	PasskeyCreationOptions,
	relyingPartyAt,
} from "../second-factors/index.ts";
import { keepChallenge } from "../sessions/index.ts";
import { lockSelfToEnrol } from "./enrolment.ts";

export const beginPasskeyEnrolment = operation({
	id: "second_factors.begin_passkey",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/second-factors/begin-passkey",
	summary: "Begin to enrol a passkey.",
	description:
		"Hand the answer to `PublicKeyCredential.parseCreationOptionsFromJSON` and `navigator.credentials.create`; then confirm with what that answers. Nothing changes until then.",
	perMinute: 20,
	input: object({}),
	output: object({ options: PasskeyCreationOptions }),
	audit: { target: "second_factor" },
	example: { input: {}, output: { options: creationOptionsExample } },
	async handler(ctx) {
		const self = await lockSelfToEnrol(ctx);
		const party = relyingPartyAt(ctx.origin);
		const { pepper } = ctx.resources;
		const options = await creationOptions(ctx.db, pepper, self, party);
		await keepChallenge(ctx, options.challenge);
		ctx.audit({ after: { host: party.id } });
		return { options };
	},
});
