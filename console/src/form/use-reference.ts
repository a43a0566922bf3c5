import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReeve } from "../app/reeve.tsx";
import type { Option } from "../kit/option.ts";
import type { ReferenceSource } from "../list/reference-source.ts";

/** What a field needs to have something found by the server, and what is chosen already named. */
export function useReference(
	{ noun, find, named }: ReferenceSource,
	chosen: readonly string[],
) {
	const { client, accountParam } = useReeve();
	const [search, setSearch] = useState("");
	const found = useQuery({
		queryKey: [accountParam, noun, "choices", search],
		queryFn: () => find(client, search),
		placeholderData: keepPreviousData,
	});
	const [begun] = useState(chosen);
	const names = useQuery({
		queryKey: [accountParam, noun, "names", begun],
		queryFn: () =>
			Promise.all(
				begun.map(async (id): Promise<Option> => {
					const label = await named(client, id).catch(() => id);
					return { value: id, label };
				}),
			),
		enabled: begun.length > 0,
	});
	return {
		options: found.data ?? [],
		known: names.data,
		onSearch: setSearch,
		loading: found.isFetching,
	};
}
