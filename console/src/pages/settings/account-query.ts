import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";

/** The account whose settings are shown; every part of them reads the same. */
export function useAccount() {
	const { client, accountParam } = useReeve();
	return useQuery({
		queryKey: [accountParam, "accounts", "own"],
		queryFn: ({ signal }) => client.accounts.get({}, { signal }),
	});
}
