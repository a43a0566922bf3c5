import type { OpenContext } from "../../kernel/open-call.ts";
import { callerOf, type SignedInPerson } from "./person.ts";

/**
 * Notes in the log of a known person's account that a step of signing in was refused, and why: `wrong_password`,
 * `wrong_code`. Written after the answer, which so takes no longer than for somebody who does not exist.
 */
export function refuseSignIn(
	ctx: OpenContext,
	person: SignedInPerson,
	operation: string,
	reason: string,
): void {
	ctx.refused({
		accountId: person.accountId,
		caller: callerOf(person, undefined),
		operation,
		target: { type: "user", id: person.userId, name: person.name },
		reason,
	});
}
