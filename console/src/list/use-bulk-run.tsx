import {
	type ReactNode,
	useCallback,
	useEffect,
	useRef,
	useState,
} from "react";
import type { Client } from "../app/client.ts";
import { useReeve } from "../app/reeve.tsx";
import { useRefreshNouns } from "../form/changed-nouns.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { BulkLeft } from "./bulk-left.tsx";
import {
	type BulkCallOptions,
	type BulkItem,
	type BulkState,
	newRun,
	runBulk,
} from "./bulk-runner.ts";
import { forgetRun, keepRun, leftRun, runKey } from "./bulk-store.ts";
import type { BulkAction } from "./list-types.ts";

/** What a run must know of a row. */
interface BulkRow {
	id: string;
	account_id?: string;
	name?: string;
}

export interface BulkOptions<R extends BulkRow = BulkRow> {
	/** The operation, as `may` names it: "regions.delete". What tells two runs of it apart follows a colon. */
	operation: string;
	/** A verb for the bar of chosen rows: "Delete". Left out where something else starts the run. */
	label?: string;
	/** Whether the bar offers it for these rows; for all unless said. */
	fits?: BulkAction<R>["fits"];
	/** A verb and how many: `(count) => "Delete 3 regions"`. On the button, and with a question mark as the title. */
	action: (count: number) => string;
	/** What is under way: "Deleting regions". */
	doing: string;
	/** What it takes along, above the button. */
	warning?: ReactNode;
	danger?: boolean | undefined;
	/** The call for one, in its own account: `(client, { id }, options) => client.regions.delete({ id }, options)`. */
	call: (
		client: Client,
		item: BulkItem,
		options: BulkCallOptions,
	) => Promise<unknown>;
	/** The nouns whose lists are read anew: `["regions"]`. */
	changes: readonly string[];
}

export interface BulkRun<R> {
	/** For the list's `bulk`: its action, if the person may do it. */
	bulk: BulkAction<R>[];
	/** Asks first. */
	start: (rows: readonly R[], clear: () => void) => void;
	/** For the page: the question, the progress, what failed. */
	view: ReactNode;
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
 * closed page left undone is offered when the page comes back.
 */
export function useBulkRun<R extends BulkRow>(
	options: BulkOptions<R>,
): BulkRun<R> {
	const { whoami, accountParam, account, may } = useReeve();
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
	const start = (rows: readonly R[], clear: () => void) => {
		clearRows.current = clear;
		ask(newRun(rows.map((row) => itemOf(row, account.id))));
	};
	const { operation, label, danger, fits } = options;
	const isOffered = label !== undefined && may(operation.replace(/:.*/, ""));
	return {
		bulk: isOffered ? [{ label, danger, fits, run: start }] : [],
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
	{ call, changes }: Pick<BulkOptions, "call" | "changes">,
	key: string,
	setNow: (
		change: (now: BulkPhase | undefined) => BulkPhase | undefined,
	) => void,
	stop: { current: AbortController | undefined },
	clearRows: { current: (() => void) | undefined },
) {
	const { clientOf } = useReeve();
	const refresh = useRefreshNouns();
	return async (begun: BulkState) => {
		const controller = new AbortController();
		stop.current = controller;
		keepRun(key, begun);
		setNow(() => ({ phase: "running", state: begun, waiting: 0 }));
		const ended = await runBulk(begun, {
			call: (item, options) => call(clientOf(item.account), item, options),
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

function itemOf(row: BulkRow, account: string): BulkItem {
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
