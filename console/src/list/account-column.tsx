import { useQuery } from "@tanstack/react-query";
import { consoleClient } from "../app/client.ts";
import type { Column, ListRow } from "./list-types.ts";

const FRESH_MS = 5 * 60_000;
const ACCOUNTS_MAX = 1000;

/** Whose a row is, in lists over all accounts. */
export const accountColumn: Column<ListRow> = {
	id: "account_id",
	header: "Account",
	width: 150,
	cell: ({ account_id }) => <AccountName id={account_id} />,
};

/** The name of an account; its number until the name is known. */
export function AccountName({ id }: { id: string | undefined }) {
	const { data } = useQuery({
		queryKey: ["accounts", "names"],
		queryFn: ({ signal }) =>
			consoleClient().accounts.list({ limit: ACCOUNTS_MAX }, { signal }),
		select: namesById,
		staleTime: FRESH_MS,
	});
	return id === undefined ? null : (data?.get(id) ?? id);
}

function namesById({ data }: { data: { id: string; name: string }[] }) {
	return new Map(data.map(({ id, name }) => [id, name]));
}
