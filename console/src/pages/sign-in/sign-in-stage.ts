import { useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { SignInPasswordAnswer } from "../../../../generated/client.ts";
import { nextPath } from "../../app/next-path.ts";
import {
	type Ending,
	lastEnding,
	onSessionEnd,
	refreshSession,
	sessionStarted,
} from "../../app/session.ts";
import type { BannerKind } from "../../kit/banner.tsx";

/** How somebody can show a second factor. */
export type SecondFactorMethod = SignInPasswordAnswer["methods"][number];

/** Where a sign-in is. */
export type Stage =
	| { at: "password" }
	| { at: "sso" }
	| { at: "second_factor"; methods: readonly SecondFactorMethod[] }
	| { at: "enrolment" };

/** Something to know before going on: why it starts again, what a provider said. */
export interface Notice {
	kind: BannerKind;
	words: string;
}

/** A sign-in with the ways to move it on. */
export interface SignIn {
	stage: Stage;
	notice: Notice | undefined;
	/** Typed once, known in every step. */
	email: string;
	setEmail: (email: string) => void;
	/** To another way of proving who one is. */
	begin: (at: "password" | "sso", notice?: Notice) => void;
	/** Goes where the server's answer to a step leads. */
	advance: (
		answer: Pick<SignInPasswordAnswer, "next" | "methods">,
	) => Promise<void>;
	/** Back to the first step, with the reason. */
	startOver: (words: string) => void;
	/** Signed in: on to the page that was asked for. */
	enter: () => Promise<void>;
}

/** Why somebody who was signed in is here. */
const endWords: Record<Ending | "none", Notice | undefined> = {
	none: undefined,
	signed_out: { kind: "success", words: "You are signed out." },
	expired: {
		kind: "info",
		words: "Your session has ended. Sign in to go on.",
	},
	second_factor: undefined,
};

/** The state of a sign-in from its first step to the page it leads to. */
export function useSignIn(
	next: string | undefined,
	first: Stage = { at: "password" },
): SignIn {
	const router = useRouter();
	const [stage, setStage] = useState<Stage>(first);
	const [notice, setNotice] = useState(() => endWords[lastEnding() ?? "none"]);
	const [email, setEmail] = useState("");
	const move = (to: Stage, why?: Notice) => {
		setStage(to);
		setNotice(why);
	};
	useEffect(
		() =>
			onSessionEnd((ending) => {
				if (ending === "second_factor") return setStage({ at: "enrolment" });
				setStage({ at: "password" });
				setNotice(endWords[ending]);
			}),
		[],
	);
	const enter = async () => {
		await sessionStarted();
		router.history.replace(nextPath(next));
	};
	return {
		stage,
		notice,
		email,
		setEmail,
		enter,
		begin: (at, why) => move({ at }, why),
		startOver: (words) => move({ at: "password" }, { kind: "warning", words }),
		advance: async (answer) => {
			if (answer.next === "signed_in") return enter();
			if (answer.next === "second_factor")
				return move({ at: "second_factor", methods: answer.methods });
			await refreshSession();
			move({ at: "enrolment" });
		},
	};
}
