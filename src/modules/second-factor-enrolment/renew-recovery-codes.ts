import { conflict, object, operation } from "../../kernel/index.ts";
import { listFactors, renewRecoveryCodes } from "../second-factors/index.ts";
import { codesExample, lockSelf, recoveryCodes } from "./enrolment.ts";

export const renewOwnRecoveryCodes = operation({
	id: "second_factors.renew_recovery_codes",
	module: "sign_in",
	access: "write",
	scope: "session",
	method: "POST",
	path: "/second-factors/renew-recovery-codes",
	summary: "Make ten new recovery codes; the ones before are good no more.",
	perMinute: 10,
	input: object({}),
	output: object({ recovery_codes: recoveryCodes }),
	audit: { target: "recovery_codes" },
	secrets: ["recovery_codes"],
	example: { input: {}, output: { recovery_codes: codesExample } },
	async handler(ctx) {
		const self = await lockSelf(ctx);
		const factors = await listFactors(ctx.db, self);
		if (factors.length === 0)
			throw conflict(
				"no_second_factor",
				"Recovery codes stand in for a second factor; enrol one first.",
			);
		const codes = await renewRecoveryCodes(ctx.db, ctx.resources.pepper, self);
		ctx.audit({
			target: { id: self.userId, name: self.name },
			after: { made: codes.length },
		});
		return { recovery_codes: codes };
	},
});
