import { Progress as Base } from "@base-ui/react/progress";
import { formatNumber } from "../format/numbers.ts";
import classes from "./meter.module.css";

export interface ProgressProps {
	/** What is under way: "Deleting devices". */
	label: string;
	/** How much is done; `null` while nobody knows. */
	value: number | null;
	max?: number | undefined;
	/** Words for it; default "12 of 40". */
	text?: string | undefined;
}

/** How far long work is. */
export function Progress({ label, value, max = 100, text }: ProgressProps) {
	const words =
		text ??
		(value === null ? "" : `${formatNumber(value)} of ${formatNumber(max)}`);
	return (
		<Base.Root
			className={classes.meter}
			value={value}
			max={max}
			getAriaValueText={() => words || "Under way"}
		>
			<Base.Label className={classes.label}>{label}</Base.Label>
			<span className={classes.value} aria-hidden="true">
				{words}
			</span>
			<Base.Track className={classes.track}>
				<Base.Indicator className={classes.indicator} />
			</Base.Track>
		</Base.Root>
	);
}
