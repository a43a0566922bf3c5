import { Link } from "@tanstack/react-router";
import { consoleClient } from "../../app/client.ts";
import { Banner } from "../../kit/banner.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { OtherWays, ssoDemanded } from "./other-ways.tsx";
import type { SignIn } from "./sign-in-stage.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { reasonOf, StepFields, useStepForm } from "./step-form.tsx";

/** The first step: who one is, by a password or in another way. */
export function PasswordStep({ signIn }: { signIn: SignIn }) {
	const { email, notice } = signIn;
	const form = useStepForm({
		initial: { email, password: "" },
		check: whatIsMissing,
		send: async (values) => {
			signIn.setEmail(values.email);
			try {
				await signIn.advance(await consoleClient().signIn.password(values));
			} catch (error) {
				if (reasonOf(error) === "sso_required")
					return signIn.begin("sso", ssoDemanded);
				form.element.current
					?.querySelector<HTMLInputElement>("input[name=password]")
					?.select();
				throw error;
			}
		},
	});
	return (
		<SignedOutCard title="Sign in">
			{notice && !form.failure ? (
				<Banner kind={notice.kind}>{notice.words}</Banner>
			) : null}
			<StepFields form={form} action="Sign in">
				<TextField
					label="E-mail address"
					type="email"
					inputMode="email"
					autoComplete="username"
					size="large"
					autoFocus={email === ""}
					{...form.field("email")}
				/>
				<PasswordField
					label="Password"
					autoComplete="current-password"
					size="large"
					autoFocus={email !== ""}
					description={<Link to="/reset">Forgot your password?</Link>}
					{...form.field("password")}
				/>
			</StepFields>
			<OtherWays signIn={signIn} email={form.values.email} />
		</SignedOutCard>
	);
}

function whatIsMissing({
	email,
	password,
}: {
	email: string;
	password: string;
}) {
	return {
		...(email.trim() === "" ? { email: "Enter your e-mail address." } : {}),
		...(password === "" ? { password: "Enter your password." } : {}),
	};
}
