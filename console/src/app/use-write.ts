import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "../kit/toast.ts";
import { type Reeve, useReeve } from "./reeve.tsx";

export interface WriteOptions<I, O> {
	/** The call: `(reeve, input) => reeve.client.regions.delete(input)`. */
	call: (reeve: Reeve, input: I) => Promise<O>;
	/** The nouns whose lists and pages it changes, as query keys name them after the account: `["regions"]`. */
	changes: readonly string[];
	/** Said when it is done: "Region deleted". */
	done?: string | ((output: O, input: I) => string) | undefined;
	onDone?: ((output: O, input: I) => void) | undefined;
	/** The caller shows the problem itself, as forms do. */
	quiet?: boolean | undefined;
}

/**
 * A call that changes something. What it changed is read anew before `onDone`; a problem becomes a toast. A second click
 * while it is under way is for the button to refuse: give it `pending={write.isPending}`.
 */
export function useWrite<I, O>(options: WriteOptions<I, O>) {
	const reeve = useReeve();
	const queries = useQueryClient();
	return useMutation({
		mutationFn: (input: I) => options.call(reeve, input),
		onSuccess: async (output, input) => {
			await Promise.all(
				options.changes.map((noun) =>
					queries.invalidateQueries({ predicate: isAbout(noun) }),
				),
			);
			const { done } = options;
			const said = typeof done === "function" ? done(output, input) : done;
			if (said) toast.success(said);
			options.onDone?.(output, input);
		},
		onError: (error) => {
			if (!options.quiet) toast.problem(error);
		},
	});
}

/** Keys are `[account, noun, …]`; a change shows in the account's lists and in those over all accounts. */
function isAbout(noun: string) {
	return ({ queryKey }: { queryKey: readonly unknown[] }) =>
		queryKey[1] === noun;
}
