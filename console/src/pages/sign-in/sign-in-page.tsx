import { getRouteApi } from "@tanstack/react-router";
import { useSignIn } from "./sign-in-stage.ts";
import { SignInSteps } from "./sign-in-steps.tsx";

const route = getRouteApi("/signed-out/sign-in");

/** The way in, a step at a time. */
export function SignInPage() {
	const { next } = route.useSearch();
	const { needs } = route.useRouteContext();
	const signIn = useSignIn(next, {
		at: needs === "second_factor_enrolment" ? "enrolment" : "password",
	});
	return <SignInSteps signIn={signIn} />;
}
