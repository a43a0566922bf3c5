import Type from "typebox";
import { sql, type Transaction } from "../../db/index.ts";
import { insertEvent } from "../../kernel/audit/events.ts";
import { object } from "../../kernel/index.ts";
import { type OpenContext, openCall } from "../../kernel/open-call.ts";
import { recoveryCodesLeft, useRecoveryCode } from "../second-factors/index.ts";
import {
	callerOf,
	type SignedInPerson,
	SignInAnswer,
	signInExample,
} from "../sign-in/index.ts";
import { finishStep, takeTry, wrong } from "./second-factor-attempt.ts";

export const signInRecoveryCode = openCall({
	id: "sign_in.recovery_code",
	method: "POST",
	path: "/sign-in/recovery-code",
	summary: "Take the second step with a recovery code.",
	description:
		"A code is good once. After five wrong answers the sign-in starts again.",
	input: object({
		code: Type.String({
			minLength: 1,
			maxLength: 50,
			description: "With or without its dashes, in any case",
		}),
	}),
	output: object({
		...SignInAnswer.properties,
		recovery_codes_left: Type.Integer({
			description: "Recovery codes that are still good",
		}),
	}),
	example: {
		input: { code: "7k2m-9qwx-4hdn" },
		output: { ...signInExample, recovery_codes_left: 9 },
	},
	async handler(ctx, { code }) {
		const { database } = ctx.resources;
		const step = await takeTry(ctx);
		const { person } = step;
		const left = await database.transaction([person.accountId], (tx) =>
			spend(tx, ctx, person, code),
		);
		if (left === undefined)
			throw wrong(
				ctx,
				person,
				"wrong_code",
				"The code is wrong or was used already.",
			);
		const { output, ...cookies } = await finishStep(ctx, step, "recovery_code");
		return { output: { ...output, recovery_codes_left: left }, ...cookies };
	},
});

/** Takes the code and says in the log how many are left, both or neither. */
async function spend(
	tx: Transaction,
	ctx: OpenContext,
	person: SignedInPerson,
	code: string,
): Promise<number | undefined> {
	const { pepper } = ctx.resources;
	// Two people who share the paper wait here for each other, so each hears how many are left after their own.
	await tx.query(
		sql`select 1 as one from users where account_id = ${person.accountId} and id = ${person.userId} for no key update`,
	);
	if (!(await useRecoveryCode(tx, pepper, person, code, ctx.now)))
		return undefined;
	const left = await recoveryCodesLeft(tx, person);
	tx.queue(
		insertEvent({
			accountId: person.accountId,
			caller: callerOf(person, undefined),
			surface: "console",
			operation: ctx.operation,
			outcome: "done",
			target: { type: "recovery_code", id: person.userId, name: person.name },
			before: { recovery_codes_left: left + 1 },
			after: { recovery_codes_left: left },
			reason: "",
			address: ctx.address,
			userAgent: ctx.userAgent,
			requestId: ctx.requestId,
			at: ctx.now,
		}),
	);
	return left;
}
