import KeyRound from "lucide-react/icons/key-round";
import Laptop from "lucide-react/icons/laptop";
import RouterIcon from "lucide-react/icons/router";
import UserRound from "lucide-react/icons/user-round";
import type { Client } from "../client.ts";
import type { NavigationEntry } from "../navigation.ts";

/** Of each kind; what is beyond stands in its list, which the palette leads to as well. */
const SHOWN_MAX = 5;
/** A thing that has what was typed. */
export interface FoundThing {
	id: string;
	account_id: string;
	label: string;
}

/** A kind of thing that the palette finds by name, address or number. */
export interface PaletteKind {
	label: string;
	/** Its list, below `/a/$account`. */
	path: string;
	operation: string;
	icon: NavigationEntry["icon"];
	find: (
		client: Client,
		search: string,
		signal: AbortSignal,
	) => Promise<{ rows: FoundThing[]; isCut: boolean }>;
}

export const paletteKinds: readonly PaletteKind[] = [
	{
		label: "Devices",
		path: "/devices",
		operation: "devices.list",
		icon: RouterIcon,
		find: async ({ devices }, search, signal) =>
			found(
				await devices.list({ search, limit: SHOWN_MAX }, { signal }),
				({ display_name, name }) => display_name || name,
			),
	},
	{
		label: "Endpoints",
		path: "/endpoints",
		operation: "endpoints.list",
		icon: Laptop,
		find: async ({ endpoints }, search, signal) =>
			found(await endpoints.list({ search, limit: SHOWN_MAX }, { signal })),
	},
	{
		label: "Users",
		path: "/users",
		operation: "users.list",
		icon: UserRound,
		find: async ({ users }, search, signal) =>
			found(
				await users.list(
					{ search, kind: "human", limit: SHOWN_MAX },
					{ signal },
				),
				({ name, email }) => name || (email ?? ""),
			),
	},
	{
		label: "API keys",
		path: "/keys",
		operation: "keys.list",
		icon: KeyRound,
		find: async ({ keys }, search, signal) =>
			found(await keys.list({ search, limit: SHOWN_MAX }, { signal })),
	},
];

function found<R extends { id: string; account_id: string; name: string }>(
	{ data, has_more }: { data: R[]; has_more: boolean },
	labelOf: (row: R) => string = ({ name }) => name,
): { rows: FoundThing[]; isCut: boolean } {
	const rows = data.map((row) => ({
		id: row.id,
		account_id: row.account_id,
		label: labelOf(row),
	}));
	return { rows, isCut: has_more };
}
