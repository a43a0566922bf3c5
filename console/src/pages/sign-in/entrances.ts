import { redirect } from "@tanstack/react-router";
import { nextPath } from "../../app/next-path.ts";
import { readSession } from "../../app/session.ts";

/** What stands behind the address of the sign-in page. */
export interface SignInSearch {
	/** The page to go on to: a path of this console. */
	next?: string | undefined;
}

/** Whoever is signed in has nothing to do on the sign-in page; without an owner there is nobody to sign in as. */
export async function leaveWhenSignedIn({ next }: SignInSearch) {
	const { set_up, signed_in, needs } = await readSession();
	if (!set_up) throw redirect({ to: "/set-up", replace: true });
	if (signed_in && !needs)
		throw redirect({ href: nextPath(next), replace: true });
	return { needs };
}

/** The server is set up once. */
export async function leaveWhenSetUp(): Promise<void> {
	const { set_up } = await readSession();
	if (set_up) throw redirect({ to: "/", replace: true });
}
