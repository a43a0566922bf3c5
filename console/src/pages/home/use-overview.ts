import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type {
	AccountOverviewAnswer,
	AccountTotalsAnswer,
} from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { REFRESH_MS } from "./refresh.ts";

/** The figures of one account, or of all together; those of one tell more. */
export type Overview = Pick<
	AccountOverviewAnswer,
	"devices" | "endpoints" | "users" | "keys" | "setup_keys"
> & {
	stats?: AccountOverviewAnswer["stats"];
	accounts?: AccountTotalsAnswer["accounts"];
};

/** How things stand in the account of the URL, or in all of them. Not asked for by who may not. */
export function useOverview(): UseQueryResult<Overview> {
	const { client, accountParam, isAll, may } = useReeve();
	return useQuery<Overview>({
		queryKey: [accountParam, "accounts", "overview"],
		queryFn: ({ signal }) =>
			isAll
				? client.accounts.totals({}, { signal })
				: client.accounts.overview({}, { signal }),
		enabled: may(isAll ? "accounts.totals" : "accounts.overview"),
		refetchInterval: REFRESH_MS,
	});
}
