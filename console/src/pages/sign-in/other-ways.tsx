import Building from "lucide-react/icons/building";
import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import { useState } from "react";
import { consoleClient } from "../../app/client.ts";
import { Button } from "../../kit/button.tsx";
import { askForPasskey, passkeysWork } from "../second-factors/passkeys.ts";
import { useCountdown } from "./countdown.ts";
import type { Notice, SignIn } from "./sign-in-stage.ts";
import classes from "./signed-out.module.css";
import { reasonOf, StepFailure } from "./step-form.tsx";

/** Why a right password does not open the door. */
export const ssoDemanded: Notice = {
	kind: "info",
	words: "Your organization has you sign in with its own account.",
};

/** The ways in without a password. */
export function OtherWays({
	signIn,
	email,
}: {
	signIn: SignIn;
	email: string;
}) {
	const toOrganization = () => {
		signIn.setEmail(email);
		signIn.begin("sso");
	};
	return (
		<div className={classes.ways}>
			<div className={classes.or}>or</div>
			{passkeysWork() ? <PasskeyButton signIn={signIn} /> : null}
			<Button
				size="large"
				wide
				icon={<Building aria-hidden="true" />}
				onClick={toOrganization}
			>
				Sign in with your organization
			</Button>
		</div>
	);
}

/** A passkey that the browser keeps says itself who one is, and stands for both factors. */
function PasskeyButton({ signIn }: { signIn: SignIn }) {
	const [isPending, setPending] = useState(false);
	const [failure, setFailure] = useState<unknown>();
	const waitSeconds = useCountdown(failure);
	const press = async () => {
		setPending(true);
		setFailure(undefined);
		try {
			const { signIn: calls } = consoleClient();
			const { options } = await calls.passkeyOptions({ alone: true });
			const response = await askForPasskey(options);
			await signIn.advance(await calls.passkey({ response }));
		} catch (error) {
			if (reasonOf(error) === "sso_required") signIn.begin("sso", ssoDemanded);
			else setFailure(error);
		} finally {
			setPending(false);
		}
	};
	return (
		<>
			<StepFailure error={failure} />
			<Button
				size="large"
				wide
				icon={<Fingerprint aria-hidden="true" />}
				pending={isPending}
				disabled={waitSeconds > 0}
				onClick={press}
			>
				{waitSeconds > 0
					? `Try again in ${waitSeconds} s`
					: "Sign in with a passkey"}
			</Button>
		</>
	);
}
