import { useCallback, useEffect, useRef, useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { type ChainCheck, checkChain } from "./check-chain.ts";

/** The check of the account's chain as it goes on; it begins by itself. */
export interface RunningCheck {
	/** Undefined until the first answer. */
	now: ChainCheck | undefined;
	error: unknown;
	isRunning: boolean;
	/** Begins again, from the first event. */
	again: () => void;
}

/** Checks the chain of the account of the URL. Leaving the page stops it. */
export function useChainCheck(): RunningCheck {
	const { client, accountParam } = useReeve();
	const [now, setNow] = useState<ChainCheck>();
	const [error, setError] = useState<unknown>();
	const [isRunning, setRunning] = useState(true);
	const running = useRef<AbortController>(undefined);
	const start = useCallback(
		async (anew: boolean) => {
			running.current?.abort();
			const abort = new AbortController();
			running.current = abort;
			const { signal } = abort;
			setError(undefined);
			setNow(undefined);
			setRunning(true);
			try {
				const onStep = (step: ChainCheck) => {
					if (!signal.aborted) setNow(step);
				};
				await checkChain(client, accountParam, { anew, signal, onStep });
			} catch (thrown) {
				if (!signal.aborted) setError(thrown);
			} finally {
				if (!signal.aborted) setRunning(false);
			}
		},
		[client, accountParam],
	);
	useEffect(() => {
		void start(false);
		return () => running.current?.abort();
	}, [start]);
	return { now, error, isRunning, again: () => void start(true) };
}
