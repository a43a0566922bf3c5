import { type ComponentType, useState } from "react";
import { Button } from "../../kit/button.tsx";
import { passkeysWork } from "../second-factors/passkeys.ts";
import { PasskeyStep } from "./passkey-step.tsx";
import { RecoveryStep } from "./recovery-step.tsx";
import type { SecondFactorMethod, SignIn } from "./sign-in-stage.ts";
import classes from "./signed-out.module.css";
import { TotpStep } from "./totp-step.tsx";

const steps: Record<SecondFactorMethod, ComponentType<{ signIn: SignIn }>> = {
	totp: TotpStep,
	passkey: PasskeyStep,
	recovery_code: RecoveryStep,
};

const otherWords: Record<SecondFactorMethod, string> = {
	totp: "Use the authenticator app",
	passkey: "Use a passkey",
	recovery_code: "Use a recovery code",
};

/** The second step, in the way that is likely at hand; the others are a click away. */
export function SecondStep({
	signIn,
	methods,
}: {
	signIn: SignIn;
	methods: readonly SecondFactorMethod[];
}) {
	const [method, setMethod] = useState(() => firstOf(methods));
	const Step = steps[method];
	const others = methods.filter((other) => other !== method);
	return (
		<>
			<Step signIn={signIn} />
			<div className={classes.below}>
				{others.map((other) => (
					<Button key={other} variant="quiet" onClick={() => setMethod(other)}>
						{otherWords[other]}
					</Button>
				))}
				<Button variant="quiet" onClick={() => signIn.begin("password")}>
					Start again
				</Button>
			</div>
		</>
	);
}

function firstOf(methods: readonly SecondFactorMethod[]): SecondFactorMethod {
	const order: SecondFactorMethod[] = passkeysWork()
		? ["passkey", "totp", "recovery_code"]
		: ["totp", "recovery_code", "passkey"];
	return order.find((method) => methods.includes(method)) ?? "recovery_code";
}
