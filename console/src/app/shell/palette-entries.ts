import { useRouter } from "@tanstack/react-router";
import Building2 from "lucide-react/icons/building-2";
import { useMemo } from "react";
import type { NavigationEntry } from "../navigation.ts";
import { useReeve } from "../reeve.tsx";
import type { AccountChoice } from "./account-choices.ts";
import { useHomeNavigation, useVisibleNavigation } from "./navigation.tsx";
import { useSwitchAccount } from "./switch-account.ts";

/** A place that the palette leads to. */
export interface PaletteEntry {
	id: string;
	label: string;
	hint: string;
	icon: NavigationEntry["icon"];
	go: () => void;
}

export interface PaletteGroup {
	label: string;
	items: PaletteEntry[];
}

/** The pages whose name has what was typed, and the accounts that the server found. Groups without any are left out. */
export function usePaletteEntries(
	text: string,
	accounts: readonly AccountChoice[],
): PaletteGroup[] {
	const pages = usePages();
	const { accountParam } = useReeve();
	const switchTo = useSwitchAccount();
	return useMemo(() => {
		const word = text.trim().toLowerCase();
		const others = accounts
			.filter(({ value }) => value !== accountParam)
			.map(
				({ value, label, note }): PaletteEntry => ({
					id: `account ${value}`,
					label,
					hint: note,
					icon: Building2,
					go: () => switchTo(value),
				}),
			);
		return [
			{
				label: "Pages",
				items: pages.filter(({ label, hint }) =>
					`${hint} ${label}`.toLowerCase().includes(word),
				),
			},
			{ label: "Accounts", items: others },
		].filter(({ items }) => items.length > 0);
	}, [pages, accounts, accountParam, switchTo, text]);
}

/** The pages of this account, and after them those that only the person's own account has, such as its tenants. */
function usePages(): PaletteEntry[] {
	const router = useRouter();
	const here = useVisibleNavigation();
	const atHome = useHomeNavigation();
	const { accountParam, home } = useReeve();
	return useMemo(() => {
		const entryOf = (
			{ label, path, icon }: NavigationEntry,
			account: string,
			hint: string,
		): PaletteEntry => ({
			id: `page ${path}`,
			label,
			hint,
			icon,
			go: () =>
				void router.navigate({
					to: `/a/$account${path}` as "/a/$account",
					params: { account },
				}),
		});
		const pages = here.flatMap(({ label, entries }) =>
			entries.map((entry) => entryOf(entry, accountParam, label)),
		);
		const open = new Set(pages.map(({ id }) => id));
		const ownPages = atHome
			.flatMap(({ entries }) => entries)
			.map((entry) => entryOf(entry, home.id, home.name));
		return [...pages, ...ownPages.filter(({ id }) => !open.has(id))];
	}, [here, atHome, router, accountParam, home]);
}
