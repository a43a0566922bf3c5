import { consoleClient } from "../../app/client.ts";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/text-field.tsx";
import type { SignIn } from "./sign-in-stage.ts";
import { SignedOutCard } from "./signed-out-card.tsx";
import { StepFields, useStepForm } from "./step-form.tsx";

/** Leads to the identity provider of the person's organization, found by the domain of the address. */
export function SsoStep({ signIn }: { signIn: SignIn }) {
	const { email, notice } = signIn;
	const form = useStepForm({
		initial: { email },
		check: (values) =>
			values.email.trim() === ""
				? { email: "Enter your e-mail address at work." }
				: {},
		send: async (values) => {
			signIn.setEmail(values.email);
			const { url } = await consoleClient().signIn.sso(values);
			location.assign(url);
			// The button keeps waiting while the browser goes there.
			await new Promise(() => undefined);
		},
	});
	return (
		<SignedOutCard
			title="Use your organization's account"
			description="You go on at the sign-in page of your organization, and come back signed in."
			footer={
				<Button variant="quiet" onClick={() => signIn.begin("password")}>
					Sign in another way
				</Button>
			}
		>
			{notice && !form.failure ? (
				<Banner kind={notice.kind}>{notice.words}</Banner>
			) : null}
			<StepFields form={form} action="Continue">
				<TextField
					label="E-mail address"
					type="email"
					inputMode="email"
					autoComplete="email"
					size="large"
					autoFocus
					{...form.field("email")}
				/>
			</StepFields>
		</SignedOutCard>
	);
}
