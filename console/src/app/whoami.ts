import { queryOptions } from "@tanstack/react-query";
import type { Whoami } from "../../../generated/client.ts";
import { consoleClient } from "./client.ts";

export type { Whoami };

/** The account of the URL when lists show every account at once. */
export const ALL = "all";

const FRESH_MS = 60_000;

/**
 * Who is signed in and what they may do there.
 *
 * @param accountParam the account of the URL; for `all`, and for pages outside any account, one's own counts
 */
export function whoamiQuery(accountParam: string | undefined) {
	const account = accountParam === ALL ? undefined : accountParam;
	return queryOptions({
		queryKey: ["whoami", account ?? "home"],
		queryFn: ({ signal }) => consoleClient(account).whoami.get({}, { signal }),
		staleTime: FRESH_MS,
	});
}
