import { Link } from "@tanstack/react-router";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Progress } from "../../kit/progress.tsx";
import classes from "./audit.module.css";
import { ChainFacts } from "./chain-facts.tsx";
import type { ChainCheck, ChainFault } from "./check-chain.ts";
import { faultWords } from "./fault-words.ts";
import { OfflineCheck } from "./offline-check.tsx";
import type { RunningCheck } from "./use-chain-check.ts";

/** All about the chain: what was checked, its end, how to check it elsewhere, and what to do when it is broken. */
export function ChainDialog({
	check,
	open,
	onClose,
}: {
	check: RunningCheck;
	open: boolean;
	onClose: () => void;
}) {
	const { now, error, isRunning, again } = check;
	return (
		<Dialog
			open={open}
			onClose={onClose}
			size="large"
			title="The chain of the audit log"
			description="Each event is sealed together with the one before it, and the end is signed. Whoever changes, removes or inserts one breaks the chain."
			footer={
				<>
					<Button onClick={again} pending={isRunning}>
						Verify again
					</Button>
					<Button variant="primary" onClick={onClose}>
						Close
					</Button>
				</>
			}
		>
			<div className={classes.stack}>
				{isRunning ? <Running now={now} /> : null}
				{error ? <ErrorState error={error} onRetry={again} /> : null}
				{now?.fault ? <Broken now={now} fault={now.fault} /> : null}
				{now?.isDone && !now.fault ? (
					<Banner kind="success" title="Chain verified">
						Nothing was changed, removed or put in between.
					</Banner>
				) : null}
				{now ? <ChainFacts now={now} /> : null}
				<OfflineCheck />
			</div>
		</Dialog>
	);
}

function Running({ now }: { now: ChainCheck | undefined }) {
	return (
		<Progress
			label="Verifying events"
			value={now ? now.checkedTo : null}
			max={Math.max(1, now?.head.sequence ?? 1)}
		/>
	);
}

function Broken({ now, fault }: { now: ChainCheck; fault: ChainFault }) {
	const { accountParam: account } = useReeve();
	const { event_id: id, message } = fault;
	const more = now.faults - 1;
	return (
		<>
			<Banner kind="danger" title={faultWords(fault)}>
				<p>
					Found: {message}.
					{more > 0 ? ` And ${formatNumber(more)} more after it.` : ""}
				</p>
				{id === null ? null : (
					<p>
						<Link to="/a/$account/audit/$id" params={{ account, id }}>
							Look at event {id}
						</Link>
					</p>
				)}
			</Banner>
			<WhatToDo />
		</>
	);
}

function WhatToDo() {
	return (
		<section>
			<h3 className={classes.small}>What to do</h3>
			<ol className={classes.steps}>
				<li>
					Keep the database as it is: copy the whole data folder before anything
					else writes to it.
				</li>
				<li>
					Export the signed log, on this page or with the first command below,
					and keep the file elsewhere.
				</li>
				<li>
					Hold it against signatures or exports that you kept elsewhere: they
					tell until when the log was whole.
				</li>
				<li>
					Find out who could write to the database itself. The API changes no
					event, whatever key calls it.
				</li>
			</ol>
		</section>
	);
}
