import { formatDuration } from "../../format/durations.ts";
import { Meter } from "../../kit/meter.tsx";

/** One bucket of a credential's budget, as it stands. */
export interface Budget {
	name: string;
	limit: number;
	window_seconds: number;
	remaining: number;
	reset_seconds: number;
}

/** What is left of a budget, as high as a row of a list. */
export function BudgetMeter({ budget }: { budget: Budget | undefined }) {
	if (!budget) return "–";
	return (
		<Meter
			label="Budget"
			value={budget.remaining}
			max={budget.limit}
			compact
			title={fullAgain(budget)}
		/>
	);
}

/** When a budget is whole again. */
export function fullAgain({ remaining, limit, reset_seconds }: Budget): string {
	return remaining >= limit
		? "It is full."
		: `Full again in ${formatDuration(reset_seconds)}, if nothing more is sent.`;
}
