import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { consoleClient } from "./client.ts";

const FRESH_MS = 5 * 60_000;
const ACCOUNTS_MAX = 1000;

/** Names accounts by their number; the number itself until the name is known. */
export function useAccountNames(): (id: string) => string {
	const { data } = useQuery({
		queryKey: ["accounts", "names"],
		queryFn: ({ signal }) =>
			consoleClient().accounts.list({ limit: ACCOUNTS_MAX }, { signal }),
		select: namesById,
		staleTime: FRESH_MS,
	});
	return useCallback((id) => data?.get(id) ?? id, [data]);
}

function namesById({ data }: { data: { id: string; name: string }[] }) {
	return new Map(data.map(({ id, name }) => [id, name]));
}
