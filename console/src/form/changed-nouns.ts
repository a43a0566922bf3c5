import { useQueryClient } from "@tanstack/react-query";

/** Has every list and page about these nouns read anew; query keys are `[account, noun, …]`. */
export function useRefreshNouns(): (nouns: readonly string[]) => Promise<void> {
	const queries = useQueryClient();
	return async (nouns) => {
		await queries.invalidateQueries({
			predicate: ({ queryKey }) => nouns.includes(String(queryKey[1])),
		});
	};
}
