import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { consoleClient } from "../client.ts";
import { useReeve } from "../reeve.tsx";
import { ALL } from "../whoami.ts";
import { useRecentAccounts } from "./recent-accounts.ts";

/** An account that one can go to. */
export interface AccountChoice {
	/** As the URL names it. */
	value: string;
	label: string;
	/** What tells it apart: its number, that it is one's own, that it is suspended. */
	note: string;
}

const SHOWN_MAX = 50;

/** The accounts that match what was typed, found by the server; without a word those of late first. */
export function useAccountChoices(search: string, isWanted: boolean) {
	const { home } = useReeve();
	const recent = useRecentAccounts();
	const word = search.trim();
	const { data, isFetching } = useQuery({
		queryKey: ["accounts", "choices", word],
		queryFn: ({ signal }) =>
			consoleClient().accounts.list(
				{ limit: SHOWN_MAX, ...(word === "" ? {} : { search: word }) },
				{ signal },
			),
		enabled: isWanted,
		placeholderData: keepPreviousData,
	});
	const choices = useMemo(() => {
		const found = (data?.data ?? []).map(({ id, name, status }) => ({
			value: id,
			label: name,
			note: noteOn(id, status, home.id),
		}));
		if (word !== "") return found;
		const late = recent
			.filter(({ id }) => id !== home.id)
			.map(({ id, name }) => ({ value: id, label: name, note: id }));
		return [
			...found.filter(({ value }) => value === home.id),
			...(home.kind === "provider" ? [everyAccount] : []),
			...late,
			...found.filter(
				({ value }) =>
					value !== home.id && !late.some((one) => one.value === value),
			),
		];
	}, [data, recent, home, word]);
	return { choices, isFetching, isCut: data?.has_more ?? false };
}

const everyAccount: AccountChoice = {
	value: ALL,
	label: "All tenants",
	note: "Lists over every account",
};

function noteOn(id: string, status: string, homeId: string): string {
	if (id === homeId) return "Your own account";
	return status === "active" ? id : `${id} · ${status}`;
}
