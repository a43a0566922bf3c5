import { useState } from "react";
import { formatDateTime, type Moment, toDate } from "../format/times.ts";
import classes from "./chart.module.css";
import type { ChartSeries } from "./chart-data.ts";

export interface ChartTableProps {
	label: string;
	times: readonly Moment[];
	series: readonly ChartSeries[];
	format: (value: number) => string;
}

/** The figures of a chart as a table, made when it is opened. `Chart` has it built in. */
export function ChartTable(props: ChartTableProps) {
	const [isOpen, setOpen] = useState(false);
	return (
		<details
			className={classes.details}
			onToggle={(event) => setOpen(event.currentTarget.open)}
		>
			<summary>Show as a table</summary>
			{isOpen ? (
				<section
					className={classes.scroll}
					// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
					tabIndex={0}
					aria-label={props.label}
				>
					<Figures {...props} />
				</section>
			) : null}
		</details>
	);
}

function Figures({ times, series, format }: ChartTableProps) {
	return (
		<table className={classes.table}>
			<thead>
				<tr>
					<th scope="col">Time</th>
					{series.map(({ label }) => (
						<th key={label} scope="col">
							{label}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{times.map((time, at) => (
					<tr key={toDate(time).getTime()}>
						<th scope="row">{formatDateTime(time)}</th>
						{series.map(({ label, values }) => (
							<td key={label}>{cell(values[at], format)}</td>
						))}
					</tr>
				))}
			</tbody>
		</table>
	);
}

function cell(
	value: number | null | undefined,
	format: (value: number) => string,
): string {
	return value === null || value === undefined ? "–" : format(value);
}
