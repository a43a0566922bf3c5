import { useLocation } from "@tanstack/react-router";
import { CodeBlock } from "../../kit/code-block.tsx";
import { useSignIn } from "../sign-in/sign-in-stage.ts";
import { SignInSteps } from "../sign-in/sign-in-steps.tsx";
import { SignedOutCard } from "../sign-in/signed-out-card.tsx";
import { SetUpForm } from "./set-up-form.tsx";

/** The first page of a new server: its first account and its owner, for whoever has the code that the server printed. */
export function SetUpPage() {
	const code = useLocation({ select: ({ hash }) => hash });
	const signIn = useSignIn(undefined);
	if (signIn.stage.at !== "password") return <SignInSteps signIn={signIn} />;
	if (code === "") return <CodeMissing />;
	return <SetUpForm key={code} code={code} signIn={signIn} />;
}

/** Somebody came without the link. */
function CodeMissing() {
	return (
		<SignedOutCard
			title="This server waits for its owner"
			description="Open the link that the server printed when it started. A start in this way prints one:"
			wide
		>
			<CodeBlock
				label="Command"
				code="REEVE_FIRST_RUN=browser npm start"
				wrap
			/>
		</SignedOutCard>
	);
}
