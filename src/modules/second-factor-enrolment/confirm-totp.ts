import Type from "typebox";
import { conflict, invalid, object, operation } from "../../kernel/index.ts";
import {
	confirmTotp,
	FactorName,
	TOTP_CODE_PATTERN,
} from "../second-factors/index.ts";
import {
	Enrolled,
	enrolledExample,
	finishEnrolment,
	lockSelfToEnrol,
} from "./enrolment.ts";

export const confirmTotpEnrolment = operation({
	id: "second_factors.confirm_totp",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/second-factors/confirm-totp",
	summary: "Enrol the authenticator app that was begun, by one of its codes.",
	description:
		"With the first factor come ten recovery codes, shown in this answer only. A session that waited for a second factor is open from then on.",
	perMinute: 10,
	input: object({
		code: Type.String({
			pattern: TOTP_CODE_PATTERN,
			maxLength: 20,
			description: "The six digits that the app shows now",
		}),
		name: Type.Optional(FactorName),
	}),
	output: Enrolled,
	audit: { target: "second_factor" },
	secrets: ["recovery_codes"],
	example: { input: { code: "492039" }, output: enrolledExample },
	async handler(ctx, { code, name = "Authenticator app" }) {
		const self = await lockSelfToEnrol(ctx);
		const { pepper } = ctx.resources;
		const confirmed = await confirmTotp(ctx.db, pepper, self, {
			code,
			name,
			now: ctx.now,
		});
		if (confirmed === "none")
			throw conflict(
				"totp_not_begun",
				"No authenticator app is being enrolled, or it took too long; begin again.",
			);
		if (confirmed === "wrong")
			throw invalid(
				"code",
				"code",
				"code is not what the app shows now; check the clock of the device",
			);
		return finishEnrolment(ctx, self, confirmed.id);
	},
});
