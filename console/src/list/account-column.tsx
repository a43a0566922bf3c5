import { useAccountNames } from "../app/account-names.ts";
import type { Column, ListRow } from "./list-types.ts";

/** Whose a row is, in lists over all accounts. */
export const accountColumn: Column<ListRow> = {
	id: "account_id",
	header: "Account",
	width: 165,
	cell: ({ account_id }) => <AccountName id={account_id} />,
};

/** The name of an account; its number until the name is known. */
export function AccountName({ id }: { id: string | undefined }) {
	const nameOf = useAccountNames();
	return id === undefined ? null : nameOf(id);
}
