import Type from "typebox";
import {
	conflict,
	forbidden,
	Id,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	recoveryCodesLeft,
	removeAllFactors,
} from "../second-factors/index.ts";
import { endSessionsOf } from "../sessions/index.ts";
import { assertMayLetIn, assertMayTouch, users } from "../users/index.ts";

export const resetSecondFactors = operation({
	id: "users.reset_second_factors",
	module: "users",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/users/{id}/reset-second-factors",
	summary: "Take a user's second factors and recovery codes, for a lost phone.",
	description:
		"The user signs in by password alone and, where the account asks for a second factor, enrols a new one then. All sessions of the user end. Nobody does this for themselves, or for somebody who stands above them.",
	input: object({ id: Id }),
	output: object({
		second_factors: Type.Integer({ description: "How many were taken" }),
		sessions: Type.Integer({ description: "How many were ended" }),
	}),
	audit: { target: "user" },
	example: {
		input: { id: "1000061" },
		output: { second_factors: 2, sessions: 1 },
	},
	async handler(ctx, { id }) {
		const row = await users.lockForChange(ctx, id);
		if (row.kind === "service")
			throw conflict("service_user", "A service user does not sign in.");
		if (ctx.caller.user?.id === id)
			throw forbidden(
				"own_second_factors",
				"You delete your own second factors one by one, in your profile.",
			);
		assertMayTouch(ctx, row);
		await assertMayLetIn(ctx, row);
		const person = { accountId: ctx.account.id, userId: id };
		const left = await recoveryCodesLeft(ctx.db, person);
		const taken = await removeAllFactors(ctx.db, person);
		const ended = await endSessionsOf(ctx.db, ctx.account.id, id);
		ctx.audit({
			target: { id, name: row.name },
			before: { second_factors: taken, recovery_codes: left, sessions: ended },
			after: { second_factors: 0, recovery_codes: 0, sessions: 0 },
		});
		ctx.revoke(ctx.account.id);
		return { second_factors: taken, sessions: ended };
	},
});
