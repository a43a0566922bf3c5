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
 * The devices, endpoints, people and keys that have what was typed: in the tenant one works in, otherwise wherever one
 * reaches. What was found for another word is not shown, so that Enter never leads to it.
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
	const scope = scopeOf(reeve);
	const { data, isFetching } = useQuery({
		queryKey: [scope, "palette", search],
		queryFn: ({ signal }) => findThings(reeve, scope, search, signal),
		enabled: isSought && isSettled,
	});
	const entriesOf = useEntries(scope, word);
	const groups = useMemo(
		() => (isSought && isSettled && data ? data.map(entriesOf) : []),
		[isSought, isSettled, data, entriesOf],
	);
	return { groups, isFetching: isSought && (isFetching || !isSettled) };
}

/** The account to look in, as the URL writes it. */
function scopeOf({ account, home, isExternal }: Reeve): string {
	if (isExternal) return account.id;
	return home.kind === "provider" ? ALL : home.id;
}

type FoundOfKind = Awaited<ReturnType<PaletteKind["find"]>> & {
	kind: PaletteKind;
};

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
				...(await kind.find(client, search, signal)),
			})),
	);
	return answers
		.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []))
		.filter(({ rows }) => rows.length > 0);
}

function useEntries(scope: string, word: string) {
	const router = useRouter();
	const nameOf = useAccountNames();
	return useMemo(() => {
		const go = (to: string, account: string, search?: { search: string }) =>
			void router.navigate({
				to: `/a/$account${to}` as "/a/$account",
				params: { account },
				...(search ? { search } : {}),
			});
		return ({ kind, rows, isCut }: FoundOfKind): PaletteGroup => ({
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
	}, [router, nameOf, scope, word]);
}
