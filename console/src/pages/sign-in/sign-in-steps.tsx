import { EnrolmentStep } from "./enrolment-step.tsx";
import { PasswordStep } from "./password-step.tsx";
import { SecondStep } from "./second-step.tsx";
import type { SignIn } from "./sign-in-stage.ts";
import { SsoStep } from "./sso-step.tsx";

/** The step that a sign-in is at. */
export function SignInSteps({ signIn }: { signIn: SignIn }) {
	const { stage } = signIn;
	if (stage.at === "sso") return <SsoStep signIn={signIn} />;
	if (stage.at === "second_factor")
		return <SecondStep signIn={signIn} methods={stage.methods} />;
	if (stage.at === "enrolment") return <EnrolmentStep signIn={signIn} />;
	return <PasswordStep signIn={signIn} />;
}
