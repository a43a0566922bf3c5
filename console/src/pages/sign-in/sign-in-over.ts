import type { ReeveProblem } from "../../../../generated/client.ts";
import type { SignIn } from "./sign-in-stage.ts";
import { reasonOf } from "./step-form.tsx";

/** Runs a step; when the server says that the whole sign-in is over, it starts again and says why. */
export async function overOr(
	signIn: SignIn,
	step: () => Promise<void>,
): Promise<void> {
	try {
		await step();
	} catch (error) {
		if (reasonOf(error) !== "sign_in_over") throw error;
		signIn.startOver((error as ReeveProblem).problem.detail);
	}
}
