import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Client, consoleClient } from "./client.ts";
import { ALL, type Whoami, whoamiQuery } from "./whoami.ts";

/** What a page works with. */
export interface Reeve {
	/** Calls run in the account of the URL; with `all`, lists fan out over every account that may be entered. */
	client: Client;
	/** The client of another account, as for a row of a list over all: `clientOf(row.account_id)`. */
	clientOf(account: string): Client;
	/** Whether the person may call an operation here. What is denied is not rendered. With `all`: only lists. */
	may(operationId: string): boolean;
	/** The account of the URL as it is written there: an id, or `all`. The first part of every query key. */
	accountParam: string;
	isAll: boolean;
	/** The account that the page is in; one's own with `all`. */
	account: Whoami["account"];
	/** Where the person is at home. */
	home: Whoami["home"];
	/** Whether the page is in an account other than one's own, so that what is done there is noted as External. */
	isExternal: boolean;
	whoami: Whoami;
}

const ReeveContext = createContext<Reeve | undefined>(undefined);

/**
 * What this page may do and where. Only below the signed-in layouts of the router.
 *
 * @throws outside of them
 */
export function useReeve(): Reeve {
	const reeve = useContext(ReeveContext);
	if (!reeve) throw new Error("useReeve is for pages of somebody signed in.");
	return reeve;
}

/** Gives pages the account of the URL. The router has read who is signed in before it renders this. */
export function ReeveProvider({
	accountParam,
	children,
}: {
	accountParam: string | undefined;
	children: ReactNode;
}) {
	const { data: whoami, error } = useQuery(whoamiQuery(accountParam));
	const reeve = useMemo(
		() => whoami && reeveOf(whoami, accountParam ?? whoami.home.id),
		[whoami, accountParam],
	);
	if (!reeve) {
		if (error) throw error;
		return null;
	}
	return <ReeveContext value={reeve}>{children}</ReeveContext>;
}

/** Operations that can answer for all accounts at once are named after what they are. */
const OVER_ALL = /\.(list|stats|totals|history|facets)/;

function reeveOf(whoami: Whoami, accountParam: string): Reeve {
	const isAll = accountParam === ALL;
	const operations = new Set(whoami.operations);
	return {
		client: consoleClient(isAll ? "*" : accountParam),
		clientOf: consoleClient,
		may: (id) => operations.has(id) && (!isAll || OVER_ALL.test(id)),
		accountParam,
		isAll,
		account: whoami.account,
		home: whoami.home,
		isExternal: !isAll && whoami.account.id !== whoami.home.id,
		whoami,
	};
}
