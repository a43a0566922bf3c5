import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { navigation } from "../navigation.ts";
import { ALL } from "../whoami.ts";

/**
 * Goes to another account, to the same list there where that makes sense: whoever looks at devices wants to see the
 * other account's devices. One thing of one account is not looked for in another.
 */
export function useSwitchAccount(): (accountParam: string) => void {
	const router = useRouter();
	return useCallback(
		(accountParam) => {
			const section = /^\/a\/[^/]+(\/[^/]+)/.exec(
				router.state.location.pathname,
			)?.[1];
			void router.navigate({
				to: `/a/$account${keptSection(section, accountParam)}` as "/a/$account",
				params: { account: accountParam },
			});
		},
		[router],
	);
}

function keptSection(
	section: string | undefined,
	accountParam: string,
): string {
	const entry = navigation
		.flatMap(({ entries }) => entries)
		.find(({ path }) => path === section);
	if (!entry || entry.providerOnly) return "";
	if (accountParam === ALL && !entry.overAll) return "";
	return entry.path;
}
