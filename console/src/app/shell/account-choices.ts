import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useDebounced } from "../../kit/debounced.ts";
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

/**
 * The accounts that match what was typed, found by the server a moment after the last letter; without a word those of
 * late first. Until the server has answered, only those that have the word themselves stay: Enter must never lead to
 * what was found for another word.
 */
export function useAccountChoices(text: string, isWanted: boolean) {
	const { home } = useReeve();
	const recent = useRecentAccounts();
	const [search, setSearch] = useState("");
	const searchLater = useDebounced(setSearch, 150);
	const word = text.trim();
	useEffect(() => {
		if (word === "") setSearch("");
		else searchLater?.(word);
	}, [word, searchLater]);
	const { data, isFetching, isPlaceholderData } = useQuery({
		queryKey: ["accounts", "choices", search],
		queryFn: ({ signal }) =>
			consoleClient().accounts.list(
				{ limit: SHOWN_MAX, ...(search === "" ? {} : { search }) },
				{ signal },
			),
		enabled: isWanted,
		placeholderData: keepPreviousData,
	});
	const isOld = isPlaceholderData || search !== word;
	const choices = useMemo(() => {
		const found = (data?.data ?? []).map(({ id, name, status }) => ({
			value: id,
			label: name,
			note: noteOn(id, status, home.id),
		}));
		if (word !== "") return isOld ? found.filter(has(word)) : found;
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
	}, [data, recent, home, word, isOld]);
	return {
		choices,
		isFetching: isFetching || isOld,
		isCut: data?.has_more ?? false,
	};
}

function has(word: string) {
	const sought = word.toLowerCase();
	return ({ label, note }: AccountChoice) =>
		`${label} ${note}`.toLowerCase().includes(sought);
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
