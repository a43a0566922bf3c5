import type { ReactNode } from "react";
import { formatNumber } from "../format/numbers.ts";
import { Banner } from "../kit/banner.tsx";
import { Button } from "../kit/button.tsx";
import { Dialog } from "../kit/dialog.tsx";
import { Progress } from "../kit/progress.tsx";
import classes from "./bulk-dialog.module.css";
import type { BulkFailure, BulkState } from "./bulk-runner.ts";
import type { BulkPhase } from "./use-bulk-run.tsx";

export interface BulkDialogProps {
	now: BulkPhase;
	action: (count: number) => string;
	doing: string;
	warning?: ReactNode;
	danger?: boolean | undefined;
	onStart: () => void;
	onStop: () => void;
	onRetry: () => void;
	onClose: () => void;
}

/** Asks, shows how far it is, and says what came of it. */
export function BulkDialog(props: BulkDialogProps) {
	const { now, action, doing, onClose } = props;
	const { phase, state } = now;
	const titles = {
		asking: `${action(state.left.length)}?`,
		running: doing,
		ended: endTitle(state),
	};
	return (
		<Dialog
			open
			onClose={phase === "running" ? () => undefined : onClose}
			hideClose={phase === "running"}
			keepOnOutsidePress={phase !== "asking"}
			title={titles[phase]}
			size="small"
			footer={<Buttons {...props} />}
		>
			{phase === "asking" ? <p>{props.warning}</p> : null}
			{phase === "running" ? <Running now={now} doing={doing} /> : null}
			{phase === "ended" ? <Ended state={state} /> : null}
		</Dialog>
	);
}

function Buttons(props: BulkDialogProps) {
	const { now, action, onClose } = props;
	const { state, phase } = now;
	if (phase === "running") return <Button onClick={props.onStop}>Stop</Button>;
	if (phase === "ended")
		return (
			<>
				{state.failed.length > 0 ? (
					<Button onClick={props.onRetry}>Try these again</Button>
				) : null}
				<Button variant="primary" onClick={onClose}>
					Close
				</Button>
			</>
		);
	return (
		<>
			<Button onClick={onClose}>Cancel</Button>
			<Button
				variant={props.danger ? "danger" : "primary"}
				onClick={props.onStart}
			>
				{action(state.left.length)}
			</Button>
		</>
	);
}

function Running({
	now: { state, waiting },
	doing,
}: {
	now: BulkPhase;
	doing: string;
}) {
	const done = state.doneCount + state.failed.length;
	return (
		<>
			<Progress label={doing} value={done} max={done + state.left.length} />
			<p role="status" className={classes.wait}>
				{waiting > 0
					? `The server asks to wait ${waiting} s; it goes on by itself.`
					: ""}
			</p>
		</>
	);
}

function endTitle({ left, failed }: BulkState): string {
	if (left.length > 0) return "Stopped";
	return failed.length > 0 ? "Done, with exceptions" : "Done";
}

function Ended({ state: { doneCount, failed, left } }: { state: BulkState }) {
	return (
		<>
			<p role="status">
				{formatNumber(doneCount)} done
				{failed.length > 0 ? `, ${formatNumber(failed.length)} failed` : ""}
				{left.length > 0 ? `, ${formatNumber(left.length)} not begun` : ""}.
			</p>
			{failed.length > 0 ? <Failures failed={failed} /> : null}
		</>
	);
}

function Failures({ failed }: { failed: readonly BulkFailure[] }) {
	return (
		<Banner kind="warning" title="These failed">
			<ul className={classes.failures}>
				{failed.map(({ id, label, detail }) => (
					<li key={id}>
						<strong>{label}</strong>: {detail}
					</li>
				))}
			</ul>
		</Banner>
	);
}
