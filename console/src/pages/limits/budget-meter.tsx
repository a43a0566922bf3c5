import { Meter } from "@base-ui/react/meter";
import { formatDuration } from "../../format/durations.ts";
import { formatNumber } from "../../format/numbers.ts";
import { classNames } from "../../kit/class-names.ts";
import classes from "./limits.module.css";

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
	const { limit, remaining } = budget;
	const share = limit > 0 ? remaining / limit : 0;
	const words = `${formatNumber(remaining)} of ${formatNumber(limit)} left`;
	return (
		<Meter.Root
			className={classNames(
				classes.meter,
				share <= 0 ? classes.spent : share < 0.2 && classes.low,
			)}
			value={Math.min(Math.max(remaining, 0), limit)}
			max={limit}
			getAriaValueText={() => words}
			aria-label="Budget"
			title={fullAgain(budget)}
		>
			<span className={classes.meterWords} aria-hidden="true">
				{words}
			</span>
			<Meter.Track className={classes.track}>
				<Meter.Indicator className={classes.indicator} />
			</Meter.Track>
		</Meter.Root>
	);
}

/** When a budget is whole again. */
export function fullAgain({ remaining, limit, reset_seconds }: Budget): string {
	return remaining >= limit
		? "It is full."
		: `Full again in ${formatDuration(reset_seconds)}, if nothing more is sent.`;
}
