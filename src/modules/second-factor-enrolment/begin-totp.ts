import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import { beginTotp, totpUrl } from "../second-factors/index.ts";
import { lockSelfToEnrol } from "./enrolment.ts";

export const beginTotpEnrolment = operation({
	id: "second_factors.begin_totp",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/second-factors/begin-totp",
	summary: "Begin to enrol an authenticator app.",
	description:
		"Show the address as a QR code, or let the secret be typed; then confirm with a code of the app. Nothing changes until then.",
	perMinute: 20,
	input: object({}),
	output: object({
		secret: Type.String({ description: "Base32, for apps without a camera" }),
		url: Type.String({
			description: "otpauth://…, to be shown as a QR code",
		}),
	}),
	audit: { target: "second_factor" },
	secrets: ["secret", "url"],
	example: {
		input: {},
		output: {
			secret: "AN7EXAMPLE7THAT7OPENS7NOTHING7AA",
			url: "otpauth://totp/Reeve:tina%40example.com?secret=AN7EXAMPLE7THAT7OPENS7NOTHING7AA&issuer=Reeve",
		},
	},
	async handler(ctx) {
		const self = await lockSelfToEnrol(ctx);
		const { pepper } = ctx.resources;
		const secret = await beginTotp(ctx.db, pepper, self, ctx.now);
		return { secret, url: totpUrl(secret, self.email) };
	},
});
