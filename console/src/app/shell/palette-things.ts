import { useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useDebounced } from "../../kit/debounced.ts";
import { useAccountNames } from "../account-names.ts";
import { type Reeve, useReeve } from "../reeve.tsx";
import { ALL } from "../whoami.ts";
import type { PaletteGroup } from "./palette-entries.ts";
import { type PaletteKind, paletteKinds } from "./palette-kinds.ts";

/** A single letter is in nearly every name. */
const LETTERS_MIN = 2;

/**
 * The devices, endpoints, people and keys that have what was typed: in the tenant one works in, and where that has none,
 * wherever one reaches. What was found for another word is not shown, so that Enter never leads to it.
 */
export function usePaletteThings(text: string): {
	groups: PaletteGroup[];
	isFetching: boolean;
} {
	const word = text.trim();
	const [search, setSearch] = useState("");
	const searchLater = useDebounced(setSearch, 200);
	useEffect(() => searchLater?.(word), [word, searchLater]);
	const isSought = word.length >= LETTERS_MIN;
	const isSettled = search === word;
	const reeve = useReeve();
	const scopes = scopesOf(reeve);
	const { data, isFetching } = useQuery({
		queryKey: [...scopes, "palette", search],
		queryFn: ({ signal }) => findFirst(reeve, scopes, search, signal),
		enabled: isSought && isSettled,
	});
	const entriesOf = useEntries(word);
	const groups = useMemo(
		() => (isSought && isSettled && data ? data.map(entriesOf) : []),
		[isSought, isSettled, data, entriesOf],
	);
	return { groups, isFetching: isSought && (isFetching || !isSettled) };
}

/** The accounts to look in, one after the other, as the URL writes them. */
function scopesOf({ account, home, isExternal }: Reeve): string[] {
	return [
		...(isExternal ? [account.id] : []),
		home.kind === "provider" ? ALL : home.id,
	];
}

type FoundOfKind = Awaited<ReturnType<PaletteKind["find"]>> & {
	kind: PaletteKind;
	scope: string;
};

/** What the first of the accounts has that has anything. */
async function findFirst(
	reeve: Reeve,
	scopes: readonly string[],
	search: string,
	signal: AbortSignal,
): Promise<FoundOfKind[]> {
	for (const scope of scopes) {
		const things = await findThings(reeve, scope, search, signal);
		if (things.length > 0) return things;
	}
	return [];
}

/** All kinds at once. One that fails is left out: the palette leads elsewhere all the same. */
async function findThings(
	{ may, clientOf }: Reeve,
	scope: string,
	search: string,
	signal: AbortSignal,
): Promise<FoundOfKind[]> {
	const client = clientOf(scope === ALL ? "*" : scope);
	const answers = await Promise.allSettled(
		paletteKinds
			.filter(({ operation }) => may(operation))
			.map(async (kind) => ({
				kind,
				scope,
				...(await kind.find(client, search, signal)),
			})),
	);
	return answers
		.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []))
		.filter(({ rows }) => rows.length > 0);
}

function useEntries(word: string) {
	const router = useRouter();
	const nameOf = useAccountNames();
	return useMemo(() => {
		const go = (to: string, account: string, search?: { search: string }) =>
			void router.navigate({
				to: `/a/$account${to}` as "/a/$account",
				params: { account },
				...(search ? { search } : {}),
			});
		return ({ kind, scope, rows, isCut }: FoundOfKind): PaletteGroup => ({
			label: kind.label,
			items: [
				...rows.map(({ id, account_id, label }) => ({
					id: `${kind.path} ${id}`,
					label,
					hint: nameOf(account_id),
					icon: kind.icon,
					go: () => go(`${kind.path}/${id}`, account_id),
				})),
				...(isCut
					? [
							{
								id: `${kind.path} all`,
								label: `All ${kind.label === "API keys" ? kind.label : kind.label.toLowerCase()} with “${word}”`,
								hint: scope === ALL ? "All tenants" : nameOf(scope),
								icon: kind.icon,
								go: () => go(kind.path, scope, { search: word }),
							},
						]
					: []),
			],
		});
	}, [router, nameOf, word]);
}
