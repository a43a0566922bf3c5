import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { SignInPasswordAnswer } from "../../../../generated/client.ts";
import { consoleClient } from "../../app/client.ts";
import { problemWords } from "../../format/problem-words.ts";
import { Loading } from "../../kit/spinner.tsx";
import { type SignIn, useSignIn } from "./sign-in-stage.ts";
import { SignInSteps } from "./sign-in-steps.tsx";
import { SignedOutCard } from "./signed-out-card.tsx";

/** Back from the identity provider: hands in what it sent along, once, and goes on like any other sign-in. */
export function SsoReturnPage() {
	const answer = useAnswer();
	const signIn = useSignIn(undefined, { at: "password" });
	const outcome = useQuery({
		queryKey: ["signed-out", "sso"],
		queryFn: () => consoleClient().signIn.completeSso({ answer }),
		// An answer is good for one try.
		retry: false,
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: 0,
	});
	const { isDone } = useOutcome(signIn, outcome.data, outcome.error);
	if (isDone) return <SignInSteps signIn={signIn} />;
	return (
		<SignedOutCard title="Signing in">
			<Loading />
		</SignedOutCard>
	);
}

/** What stands behind the `#`. It leaves the address at once: it is of no use to whoever looks at it later. */
function useAnswer(): string {
	const [answer] = useState(() => location.hash.slice(1));
	useEffect(() => {
		history.replaceState(history.state, "", location.pathname);
	}, []);
	return answer;
}

/** Follows the server's answer once, to the next step or back to the first with the reason. */
function useOutcome(
	signIn: SignIn,
	data: SignInPasswordAnswer | undefined,
	error: unknown,
) {
	const [isDone, setDone] = useState(false);
	const { advance, begin } = signIn;
	// biome-ignore lint/correctness/useExhaustiveDependencies: the ways on are made anew with each render, and are taken once.
	useEffect(() => {
		if (data) {
			if (data.next !== "signed_in") setDone(true);
			void advance(data);
		} else if (error) {
			setDone(true);
			const { detail, advice } = problemWords(error);
			begin("password", {
				kind: "danger",
				words: [detail, advice].filter(Boolean).join(" "),
			});
		}
	}, [data, error]);
	return { isDone };
}
