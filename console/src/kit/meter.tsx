import { Meter as Base } from "@base-ui/react/meter";
import { formatNumber } from "../format/numbers.ts";
import { classNames } from "./class-names.ts";
import classes from "./meter.module.css";

export interface MeterProps {
	/** What is measured: "Calls a minute". */
	label: string;
	/** What is left, or used. */
	value: number;
	max: number;
	/** Words for it; default "1,180 of 1,200 left". */
	text?: string | undefined;
	/** As high as a row of a list; the label is read aloud alone. */
	compact?: boolean;
	/** Said when the pointer rests on it. */
	title?: string;
}

/** What is left of a budget. Below a fifth it turns amber, at nothing red, and the words say so too. */
export function Meter(props: MeterProps) {
	const { label, value, max, text, compact } = props;
	const share = max > 0 ? value / max : 0;
	const words = text ?? `${formatNumber(value)} of ${formatNumber(max)} left`;
	return (
		<Base.Root
			className={classNames(
				classes.meter,
				compact && classes.compact,
				share <= 0 ? classes.spent : share < 0.2 && classes.low,
			)}
			value={Math.min(Math.max(value, 0), max)}
			max={max}
			getAriaValueText={() => words}
			aria-label={compact ? label : undefined}
			title={props.title}
		>
			{compact ? null : (
				<Base.Label className={classes.label}>{label}</Base.Label>
			)}
			<span className={classes.value} aria-hidden="true">
				{words}
			</span>
			<Base.Track className={classes.track}>
				<Base.Indicator className={classes.indicator} />
			</Base.Track>
		</Base.Root>
	);
}
