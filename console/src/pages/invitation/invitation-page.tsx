import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { consoleClient } from "../../app/client.ts";
import { LinkProblem } from "../sign-in/link-problem.tsx";
import { LoadingCard } from "../sign-in/loading-card.tsx";
import { useSignIn } from "../sign-in/sign-in-stage.ts";
import { SignInSteps } from "../sign-in/sign-in-steps.tsx";
import { AcceptInvitation } from "./accept-invitation.tsx";
import { InvitationBySso } from "./invitation-by-sso.tsx";

/** Where the link of an invitation leads. */
export function InvitationPage() {
	const token = useLocation({ select: ({ hash }) => hash });
	const signIn = useSignIn(undefined);
	const invitation = useQuery({
		queryKey: ["signed-out", "invitation", token],
		queryFn: () => consoleClient().signIn.invitation({ token }),
		enabled: token !== "",
		gcTime: 0,
	});
	if (signIn.stage.at !== "password") return <SignInSteps signIn={signIn} />;
	const { data, error, refetch } = invitation;
	if (token === "" || error)
		return (
			<LinkProblem
				error={error}
				title="This invitation cannot be opened"
				words="It was accepted already, replaced by a newer one, or the link is not whole."
				advice="If you have a password already, sign in with it. Otherwise ask whoever invited you for a new link."
				onRetry={() => void refetch()}
			/>
		);
	if (!data) return <LoadingCard title="Invitation" />;
	if (!data.valid)
		return (
			<LinkProblem
				title="This invitation has expired"
				words={`${data.invited_by} invited you to ${data.organization}, but the link is too old now.`}
				advice={`Ask ${data.invited_by} for a new one.`}
			/>
		);
	return data.password ? (
		<AcceptInvitation invitation={data} token={token} signIn={signIn} />
	) : (
		<InvitationBySso invitation={data} />
	);
}
