import {
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import { useReeve } from "../app/reeve.tsx";
import { useRefreshNouns } from "../form/changed-nouns.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { BulkLeft } from "./bulk-left.tsx";
import {
	type BulkCall,
	type BulkItem,
	type BulkState,
	newRun,
	runBulk,
} from "./bulk-runner.ts";
import { forgetRun, keepRun, leftRun, runKey } from "./bulk-store.ts";

export interface BulkOptions {
	/** The operation, as `may` names it: "regions.delete". */
	operation: string;
	/** A verb and how many: `(count) => "Delete 3 regions"`. On the button, and with a question mark as the title. */
	action: (count: number) => string;
	/** What is under way: "Deleting regions". */
	doing: string;
	/** What it takes along, above the button. */
	warning?: ReactNode;
	danger?: boolean | undefined;
	/** The call for one: `({ id, account }, options) => clientOf(account).regions.delete({ id }, options)`. */
	call: BulkCall;
	/** The nouns whose lists are read anew: `["regions"]`. */
	changes: readonly string[];
}

/** Where a run stands; undefined while there is none. */
export interface BulkPhase {
	phase: "asking" | "running" | "ended";
	state: BulkState;
	/** Seconds that the server asked to wait. */
	waiting: number;
}

/**
 * Does an operation to many rows, after asking: with progress, at the server's pace, and with what failed listed. What a
 * closed page left undone is offered when the page comes back. Put `view` on the page, and call `start` from a list's
 * `bulk` action.
 */
export function useBulkRun(options: BulkOptions): {
	start: (
		rows: readonly { id: string; account_id?: string; name?: string }[],
		clear: () => void,
	) => void;
	view: ReactNode;
} {
	const { whoami, accountParam, account } = useReeve();
	const user = whoami.user?.id ?? whoami.credential.id;
	const key = runKey(user, accountParam, options.operation);
	const [now, setNow] = useState<BulkPhase>();
	const clearRows = useRef<() => void>(undefined);
	const stop = useRef<AbortController>(undefined);
	useEffect(() => () => stop.current?.abort(), []);
	const run = useRunning(options, key, setNow, stop, clearRows);
	const ask = (state: BulkState) =>
		setNow({ phase: "asking", state, waiting: 0 });
	const close = useCallback(() => setNow(undefined), []);
	const start = (
		rows: readonly { id: string; account_id?: string; name?: string }[],
		clear: () => void,
	) => {
		clearRows.current = clear;
		ask(newRun(rows.map((row) => itemOf(row, account.id))));
	};
	return {
		start,
		view: (
			<>
				{now ? null : (
					<BulkLeft
						left={leftRun(key)}
						doing={options.doing}
						onGoOn={(state) => void run(state)}
						onForget={() => forgetRun(key)}
					/>
				)}
				{now ? (
					<BulkDialog
						{...options}
						now={now}
						onStart={() => void run(now.state)}
						onStop={() => stop.current?.abort()}
						onRetry={() => void run(retrying(now.state))}
						onClose={close}
					/>
				) : null}
			</>
		),
	};
}

function useRunning(
	{ call, changes }: BulkOptions,
	key: string,
	setNow: (
		change: (now: BulkPhase | undefined) => BulkPhase | undefined,
	) => void,
	stop: { current: AbortController | undefined },
	clearRows: { current: (() => void) | undefined },
) {
	const refresh = useRefreshNouns();
	return async (begun: BulkState) => {
		const controller = new AbortController();
		stop.current = controller;
		keepRun(key, begun);
		setNow(() => ({ phase: "running", state: begun, waiting: 0 }));
		const ended = await runBulk(begun, {
			call,
			signal: controller.signal,
			onState: (state) => {
				keepRun(key, state);
				setNow((now) => now && { ...now, state });
			},
			onWait: (waiting) => setNow((now) => now && { ...now, waiting }),
		});
		clearRows.current?.();
		setNow((now) => now && { phase: "ended", state: ended, waiting: 0 });
		await refresh(changes);
	};
}

function itemOf(
	row: { id: string; account_id?: string; name?: string },
	account: string,
): BulkItem {
	return {
		id: row.id,
		label: row.name || row.id,
		account: row.account_id ?? account,
	};
}

/** What failed, to be tried again with keys of its own. */
function retrying({ failed }: BulkState): BulkState {
	return newRun(failed.map(({ detail: _, ...item }) => item));
}
