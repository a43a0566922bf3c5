import { useMemo, useRef, useState } from "react";
import { formatNumber } from "../format/numbers.ts";
import { formatDateTime, type Moment, toDate } from "../format/times.ts";
import classes from "./chart.module.css";
import { type ChartSeries, colourName, dashOf } from "./chart-data.ts";
import { ChartTable } from "./chart-table.tsx";
import { usePlot } from "./use-plot.ts";

export interface ChartProps {
	/** What it shows, in a few words: "Refused calls by hour". */
	label: string;
	/** Ascending. Keep the array's identity between renders (`useMemo`), and that of the series. */
	times: readonly Moment[];
	series: readonly ChartSeries[];
	/** Bars stand on each other: for counts. Lines: for what is measured. */
	kind?: "line" | "bars" | undefined;
	/** How a value is written; default with separators. */
	format?: ((value: number) => string) | undefined;
	height?: number | undefined;
	/** Said in its place while there is nothing to draw. */
	empty?: string | undefined;
}

/**
 * Figures over time. The legend is text and tells the values below the pointer; a table has all of them, for who does not
 * see the lines. It follows the theme and the width.
 */
export function Chart({
	label,
	times,
	series,
	kind = "line",
	format = formatNumber,
	height = 200,
	empty = "Nothing in this time.",
}: ChartProps) {
	const place = useRef<HTMLDivElement>(null);
	const [index, setIndex] = useState<number | null>(null);
	const moments = useMemo(
		() => times.map((time) => toDate(time).getTime() / 1_000),
		[times],
	);
	usePlot(place, { moments, series, kind, height, onCursor: setIndex });
	if (times.length === 0)
		return (
			<div className={classes.empty} style={{ height }}>
				{empty}
			</div>
		);
	return (
		<figure className={classes.chart} aria-label={label}>
			<div
				ref={place}
				className={classes.plot}
				style={{ height }}
				role="img"
				aria-label={`${label}. The table below has the figures.`}
			/>
			<Legend
				series={series}
				kind={kind}
				index={index}
				time={index === null ? undefined : times[index]}
				format={format}
			/>
			<ChartTable label={label} times={times} series={series} format={format} />
		</figure>
	);
}

function Legend({
	series,
	kind,
	index,
	time,
	format,
}: {
	series: readonly ChartSeries[];
	kind: "line" | "bars";
	index: number | null;
	time: Moment | undefined;
	format: (value: number) => string;
}) {
	return (
		<figcaption className={classes.legend}>
			{series.map((one, at) => (
				<span key={one.label} className={classes.entry}>
					<Swatch series={one} place={at} kind={kind} />
					{one.label}
					{index === null ? null : (
						<span className={classes.figure}>
							{valueText(one.values[index], format)}
						</span>
					)}
				</span>
			))}
			{time === undefined ? null : (
				<span className={classes.moment}>{formatDateTime(time)}</span>
			)}
		</figcaption>
	);
}

function valueText(
	value: number | null | undefined,
	format: (value: number) => string,
): string {
	return value === null || value === undefined ? "–" : format(value);
}

function Swatch({
	series,
	place,
	kind,
}: {
	series: ChartSeries;
	place: number;
	kind: "line" | "bars";
}) {
	const color = `var(${colourName(series, place)})`;
	return (
		<svg
			className={classes.swatch}
			viewBox="0 0 18 10"
			style={{ color }}
			aria-hidden="true"
		>
			{kind === "bars" ? (
				<rect x="4" width="10" height="10" rx="2" fill="currentColor" />
			) : (
				<path
					d="M0 5h18"
					stroke="currentColor"
					strokeWidth="2.5"
					strokeDasharray={dashOf(place).join(" ")}
				/>
			)}
		</svg>
	);
}
