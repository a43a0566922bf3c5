import { useMutation } from "@tanstack/react-query";
import { useRefreshNouns } from "../form/changed-nouns.ts";
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
	/** Leaves the page of what is gone, before anything is read anew: `() => navigate({ to: … })`. */
	leave?: (() => Promise<void>) | undefined;
	/** The caller shows the problem itself, as forms do. */
	quiet?: boolean | undefined;
}

/**
 * A call that changes something. What it changed is read anew before `onDone`; a problem becomes a toast. A second click
 * while it is under way is for the button to refuse: give it `pending={write.isPending}`.
 */
export function useWrite<I, O>(options: WriteOptions<I, O>) {
	const reeve = useReeve();
	const refresh = useRefreshNouns();
	return useMutation({
		mutationFn: (input: I) => options.call(reeve, input),
		onSuccess: async (output, input) => {
			await options.leave?.();
			await refresh(options.changes);
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
