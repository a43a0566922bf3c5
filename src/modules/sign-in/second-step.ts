import type { Handle } from "../../db/index.ts";
import {
	enrolledMethods,
	type SecondFactorMethod,
	secondFactorDemanded,
	secondFactorMethods,
} from "../second-factors/index.ts";
import type { SignInMethod } from "../sessions/index.ts";
import type { SignedInPerson } from "./person.ts";

/** What a sign-in still needs after what was proved: nothing, a factor of those enrolled, or the first one. */
export type SecondStep =
	| { needed: "nothing" }
	| { needed: "factor"; methods: SecondFactorMethod[] }
	| { needed: "enrolment" };

/**
 * Decides it. A factor that was shown ends the question; so does a sign-in at an identity provider whose account
 * counts that as one. Who has enrolled a factor must show it, whatever the account demands.
 */
export async function secondStepOf(
	db: Handle,
	person: SignedInPerson,
	methods: readonly SignInMethod[],
	factorShownElsewhere: boolean,
): Promise<SecondStep> {
	if (factorShownElsewhere || methods.some(isFactor))
		return { needed: "nothing" };
	const [enrolled, demanded] = await Promise.all([
		enrolledMethods(db, person),
		secondFactorDemanded(db, person),
	]);
	if (enrolled.length > 0) return { needed: "factor", methods: enrolled };
	return { needed: demanded ? "enrolment" : "nothing" };
}

/** Whether a way of proving who one is counts as a second factor. */
export function isFactor(method: SignInMethod): method is SecondFactorMethod {
	return secondFactorMethods.some((factor) => factor === method);
}
