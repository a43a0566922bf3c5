import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import Smartphone from "lucide-react/icons/smartphone";
import { useState } from "react";
import type { SecondFactorBeginTotpAnswer } from "../../../../generated/client.ts";
import { consoleClient } from "../../app/client.ts";
import { signOut } from "../../app/session.ts";
import { Confirmation } from "../../app/shell/confirmation.tsx";
import { Button } from "../../kit/button.tsx";
import { toast } from "../../kit/toast.ts";
import { PasskeyHint } from "../second-factors/passkey-hint.tsx";
import { passkeysWork } from "../second-factors/passkeys.ts";
import { RecoveryCodes } from "../second-factors/recovery-codes.tsx";
import { EnrolAppStep } from "./enrol-app-step.tsx";
import { EnrolPasskeyStep } from "./enrol-passkey-step.tsx";
import type { SignIn } from "./sign-in-stage.ts";
import classes from "./signed-out.module.css";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFailure } from "./step-form.tsx";

type At =
	| { step: "choice" }
	| { step: "app"; begun: SecondFactorBeginTotpAnswer }
	| { step: "passkey" }
	| { step: "codes"; codes: readonly string[] };

/** The account demands a second factor and the person has none: nothing else opens before one is enrolled. */
export function EnrolmentStep({ signIn }: { signIn: SignIn }) {
	return (
		<>
			<Enrolment signIn={signIn} />
			{/* A session that was open for long is asked first who sits there. */}
			<Confirmation />
		</>
	);
}

function Enrolment({ signIn }: { signIn: SignIn }) {
	const [at, setAt] = useState<At>({ step: "choice" });
	const enrolled = async (codes: readonly string[] | null) => {
		if (codes) setAt({ step: "codes", codes });
		else await signIn.enter();
	};
	const back = () => setAt({ step: "choice" });
	if (at.step === "app")
		return (
			<EnrolAppStep begun={at.begun} onEnrolled={enrolled} onBack={back} />
		);
	if (at.step === "passkey")
		return <EnrolPasskeyStep onEnrolled={enrolled} onBack={back} />;
	if (at.step === "codes")
		return (
			<SignedOutCard
				title="Recovery codes"
				description="Each lets you in once if you lose your second factor."
				wide
			>
				<RecoveryCodes
					codes={at.codes}
					action="Continue"
					onKept={() => void signIn.enter().catch(toast.problem)}
				/>
			</SignedOutCard>
		);
	return (
		<Choice
			onApp={(begun) => setAt({ step: "app", begun })}
			onPasskey={() => setAt({ step: "passkey" })}
		/>
	);
}

function Choice({
	onApp,
	onPasskey,
}: {
	onApp: (begun: SecondFactorBeginTotpAnswer) => void;
	onPasskey: () => void;
}) {
	const [isPending, setPending] = useState(false);
	const [failure, setFailure] = useState<unknown>();
	const beginApp = async () => {
		setPending(true);
		try {
			onApp(await consoleClient().secondFactors.beginTotp());
		} catch (error) {
			setFailure(error);
			setPending(false);
		}
	};
	return (
		<SignedOutCard
			title="Protect your sign-in"
			description="Your organization asks for a second factor: something you have, besides the password you know."
			footer={<LeaveButton />}
		>
			<StepFailure error={failure} />
			<div className={classes.ways}>
				<Button
					variant="primary"
					size="large"
					wide
					icon={<Smartphone aria-hidden="true" />}
					pending={isPending}
					onClick={beginApp}
				>
					Use an authenticator app
				</Button>
				{passkeysWork() ? (
					<Button
						size="large"
						wide
						icon={<Fingerprint aria-hidden="true" />}
						onClick={onPasskey}
					>
						Use a passkey
					</Button>
				) : null}
				<PasskeyHint />
			</div>
		</SignedOutCard>
	);
}

function LeaveButton() {
	return (
		<Button variant="quiet" onClick={() => void signOut().catch(toast.problem)}>
			Sign out
		</Button>
	);
}
