import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";

const FRESH_MS = 10 * 60_000;

/** What the catalogue of rights does not have, for no key opens it: signing in, and what is about oneself. */
const aboutOneself: Record<string, string> = {
	"sign_in.set_up": "Set up the server and its first account.",
	"sign_in.password": "Sign in with a password.",
	"sign_in.totp": "Finish a sign-in with a code from an authenticator app.",
	"sign_in.passkey": "Sign in with a passkey.",
	"sign_in.recovery_code": "Finish a sign-in with a recovery code.",
	"sign_in.sso": "Sign in with the organization's own provider.",
	"sign_in.complete_sso": "Sign in with the organization's own provider.",
	"sign_in.reset_by_command":
		"Give somebody a way back in, by the command line.",
	"profile.update": "Change one's own name or time zone.",
	"sign_in.out": "Sign out.",
	"sign_in.accept_invitation": "Accept an invitation and choose a password.",
	"sign_in.request_reset": "Ask for a link to reset a password.",
	"sign_in.complete_reset": "Choose a new password with a reset link.",
	"sessions.confirm": "Confirm that it is oneself.",
	"sessions.end": "End one of one's own sessions.",
	"sessions.end_others": "End one's own other sessions.",
	"second_factors.begin_totp": "Begin to enrol an authenticator app.",
	"second_factors.confirm_totp": "Enrol an authenticator app.",
	"second_factors.begin_passkey": "Begin to enrol a passkey.",
	"second_factors.confirm_passkey": "Enrol a passkey.",
	"second_factors.delete": "Remove a second factor of one's own.",
	"second_factors.renew_recovery_codes": "Renew one's own recovery codes.",
};

/** What an operation does, in a sentence; undefined until it is known, or when nobody says. */
export function useOperationSummary(id: string | undefined) {
	const { clientOf, home } = useReeve();
	const { data } = useQuery({
		queryKey: [home.id, "permissions"],
		queryFn: ({ signal }) => clientOf(home.id).permissions.list({}, { signal }),
		staleTime: FRESH_MS,
		enabled: id !== undefined && !(id in aboutOneself),
	});
	if (id === undefined) return undefined;
	return (
		aboutOneself[id] ?? data?.data.find((entry) => entry.id === id)?.summary
	);
}

/** Operations of the log that the catalogue of rights does not have. */
export const ownOperations: readonly { id: string; summary: string }[] =
	Object.entries(aboutOneself).map(([id, summary]) => ({ id, summary }));
