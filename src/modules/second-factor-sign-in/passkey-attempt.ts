import type { OpenContext } from "../../kernel/open-call.ts";
import {
	readAttempt,
	SECOND_FACTOR,
	type SecondFactorState,
} from "../sign-in/index.ts";

/** The attempt of somebody who signs in by a passkey alone; who it is, only the passkey will say. */
export const PASSKEY_ALONE = "passkey";

export interface PasskeyAloneState {
	challenge: string;
}

/** A second step for which a passkey was asked. */
export interface ChallengedState extends SecondFactorState {
	challenge?: string;
}

/** The second step that the browser is at, if it is at one. */
export function readSecondStep(
	ctx: OpenContext,
): Promise<ChallengedState | undefined> {
	return readAttempt<ChallengedState>(
		ctx.resources,
		ctx.attempt,
		SECOND_FACTOR,
	);
}
