import Type from "typebox";
import { object, operation } from "../../kernel/index.ts";
import {
	Factor,
	factorExample,
	listFactors,
	recoveryCodesLeft,
	secondFactorDemanded,
} from "../second-factors/index.ts";
import { selfOf } from "./enrolment.ts";

export const listSecondFactors = operation({
	id: "second_factors.list",
	module: "sign_in",
	access: "read",
	scope: "session",
	method: "GET",
	path: "/second-factors",
	summary: "List what you sign in with besides the password.",
	input: object({}),
	output: object({
		data: Type.Array(Factor),
		recovery_codes_left: Type.Integer({
			description: "Recovery codes that are still good",
		}),
		demanded: Type.Boolean({
			description: "Whether your account asks you for a second factor",
		}),
	}),
	example: {
		input: {},
		output: { data: [factorExample], recovery_codes_left: 9, demanded: true },
	},
	async handler(ctx) {
		const self = selfOf(ctx);
		const [data, left, demanded] = await Promise.all([
			listFactors(ctx.db, self),
			recoveryCodesLeft(ctx.db, self),
			secondFactorDemanded(ctx.db, self),
		]);
		return { data, recovery_codes_left: left, demanded };
	},
});
