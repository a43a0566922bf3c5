import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { consoleClient } from "../../app/client.ts";
import { readSession } from "../../app/session.ts";
import { TextField } from "../../kit/text-field.tsx";
import { ToSignIn } from "../sign-in/link-problem.tsx";
import { LoadingCard } from "../sign-in/loading-card.tsx";
import { SignedOutCard } from "../sign-in/signed-out-card.tsx";
import { StepFields, useStepForm } from "../sign-in/step-form.tsx";

/** Has a link mailed, where the server can; otherwise says who makes one. */
export function RequestReset() {
	const [sentTo, setSentTo] = useState<string>();
	const { data: session, error } = useQuery({
		queryKey: ["signed-out", "session"],
		queryFn: readSession,
	});
	if (error) throw error;
	if (!session) return <LoadingCard title="Forgot your password?" />;
	if (!session.mail) return <AskSomebody />;
	if (sentTo !== undefined) return <OnItsWay email={sentTo} />;
	return <RequestForm onSent={setSentTo} />;
}

function RequestForm({ onSent }: { onSent: (email: string) => void }) {
	const form = useStepForm({
		initial: { email: "" },
		check: ({ email }) =>
			email.trim() === "" ? { email: "Enter your e-mail address." } : {},
		send: async ({ email }) => {
			await consoleClient().signIn.requestReset({ email });
			onSent(email.trim());
		},
	});
	return (
		<SignedOutCard
			title="Forgot your password?"
			description="A link to choose a new one goes to your mailbox."
			footer={<Link to="/sign-in">Back to sign-in</Link>}
		>
			<StepFields form={form} action="Send the link">
				<TextField
					label="E-mail address"
					type="email"
					inputMode="email"
					autoComplete="username"
					size="large"
					autoFocus
					{...form.field("email")}
				/>
			</StepFields>
		</SignedOutCard>
	);
}

/** The same words whether anybody has the address or not. */
function OnItsWay({ email }: { email: string }) {
	return (
		<SignedOutCard
			title="Look into your mailbox"
			description={`If ${email} has an account with a password here, a link is on its way. It works for an hour, once.`}
		>
			<p>
				Nothing there after a few minutes? Look among the spam, or ask an
				administrator of your organization.
			</p>
			<ToSignIn />
		</SignedOutCard>
	);
}

function AskSomebody() {
	return (
		<SignedOutCard
			title="Forgot your password?"
			description="This server sends no mail, so an administrator of your organization makes the link by which you choose a new one: under Users, at your name."
		>
			<ToSignIn />
		</SignedOutCard>
	);
}
