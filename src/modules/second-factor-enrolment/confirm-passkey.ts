import { conflict, invalid, object, operation } from "../../kernel/index.ts";
import {
	createdExample,
	FactorName,
	PasskeyCreated,
	registerPasskey,
	relyingPartyAt,
} from "../second-factors/index.ts";
import { takeChallenge } from "../sessions/index.ts";
import {
	Enrolled,
	enrolledExample,
	finishEnrolment,
	lockSelfToEnrol,
} from "./enrolment.ts";

export const confirmPasskeyEnrolment = operation({
	id: "second_factors.confirm_passkey",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/second-factors/confirm-passkey",
	summary: "Enrol the passkey that was begun.",
	description:
		"With the first factor come ten recovery codes, shown in this answer only. A session that waited for a second factor is open from then on.",
	perMinute: 20,
	input: object({ name: FactorName, response: PasskeyCreated }),
	output: Enrolled,
	audit: { target: "second_factor" },
	secrets: ["recovery_codes"],
	example: {
		input: { name: "Laptop", response: createdExample },
		output: { ...enrolledExample, kind: "passkey", name: "Laptop" },
	},
	async handler(ctx, { name, response }) {
		const self = await lockSelfToEnrol(ctx);
		const challenge = await takeChallenge(ctx);
		if (challenge === undefined)
			throw conflict(
				"passkey_not_begun",
				"No passkey is being enrolled in this session, or it took too long; begin again.",
			);
		const made = await registerPasskey(ctx.db, self, {
			response,
			challenge,
			party: relyingPartyAt(ctx.origin),
			name,
			now: ctx.now,
		});
		if ("id" in made) return finishEnrolment(ctx, self, made.id);
		if (made.refused === "taken")
			throw conflict("passkey_taken", "This passkey is enrolled already.");
		throw invalid(
			"response",
			"passkey",
			"response is not a passkey that was made here just now; begin again",
		);
	},
});
