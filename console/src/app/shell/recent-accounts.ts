import { useEffect, useSyncExternalStore } from "react";
import { useReeve } from "../reeve.tsx";

/** An account that was worked in lately. */
export interface RecentAccount {
	id: string;
	name: string;
}

const RECENT_MAX = 6;

/** In memory alone: the names of customers do not outlive the page on a shared computer. */
let recent: readonly RecentAccount[] = [];
const listeners = new Set<() => void>();

/** Accounts worked in since the page was opened, the latest first. */
export function useRecentAccounts(): readonly RecentAccount[] {
	return useSyncExternalStore(watch, () => recent);
}

/** Notes the account of the page as worked in. Draws nothing. */
export function RememberAccount(): null {
	const { account, isAll } = useReeve();
	useEffect(() => {
		if (isAll) return;
		const others = recent.filter(({ id }) => id !== account.id);
		recent = [{ id: account.id, name: account.name }, ...others].slice(
			0,
			RECENT_MAX,
		);
		for (const changed of listeners) changed();
	}, [account.id, account.name, isAll]);
	return null;
}

/** Forgets all, as when somebody signs out. */
export function forgetRecentAccounts(): void {
	recent = [];
	for (const changed of listeners) changed();
}

function watch(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}
