import { CSPProvider } from "@base-ui/react/csp-provider";
import { QueryClientProvider } from "@tanstack/react-query";
import { Outlet, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { ToastRegion } from "../kit/toast-region.tsx";
import { forgetAllRuns } from "../list/bulk-store.ts";
import { OfflineNotice } from "./offline-notice.tsx";
import { queryClient } from "./query-client.ts";
import { onSessionEnd } from "./session.ts";
import { forgetRecentAccounts } from "./shell/recent-accounts.ts";

/** Around every page, of strangers too. */
export function Root() {
	useSessionEnd();
	return (
		<CSPProvider disableStyleElements>
			<QueryClientProvider client={queryClient}>
				<Outlet />
				<OfflineNotice />
				<ToastRegion />
			</QueryClientProvider>
		</CSPProvider>
	);
}

/**
 * When the session ends, here or in another tab, nothing of what was read stays in memory, and the way leads to signing
 * in, or to enrolling the second factor that it waits for: back to this page afterwards, to the start when somebody
 * signed out on purpose. Then what was left
 * of long work is forgotten as well; after a session that ran out its owner wants to go on with it.
 */
function useSessionEnd(): void {
	const router = useRouter();
	useEffect(
		() =>
			onSessionEnd((ending) => {
				queryClient.clear();
				forgetRecentAccounts();
				if (ending === "signed_out") forgetAllRuns();
				const { pathname, href } = router.state.location;
				if (pathname === "/sign-in") return;
				void router.navigate({
					to: "/sign-in",
					search: ending === "signed_out" ? {} : { next: href },
					replace: true,
				});
			}),
		[router],
	);
}
