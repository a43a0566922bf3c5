import uPlot from "uplot";
import { formatCompact } from "../format/numbers.ts";
import { formatClock, formatDay } from "../format/times.ts";
import { type ChartSeries, colourName, dashOf } from "./chart-data.ts";

export interface ChartLook {
	width: number;
	height: number;
	kind: "line" | "bars";
	/** In the order of drawing, each with its place among the colours. */
	drawn: readonly { series: ChartSeries; place: number }[];
	/** Where the pointer stands; `null` when it left. */
	onCursor: (index: number | null) => void;
}

/** The value that a custom property has in this theme: a canvas knows no properties, and `light-dark()` must be resolved. */
function colourOf(element: HTMLElement, property: string): string {
	const probe = document.createElement("span");
	probe.style.color = `var(${property})`;
	element.append(probe);
	const colour = getComputedStyle(probe).color;
	probe.remove();
	return colour;
}

/** What the plotting library is told, in the colours of the theme that counts now. */
export function chartOptions(
	element: HTMLElement,
	look: ChartLook,
): uPlot.Options {
	const axis = {
		stroke: colourOf(element, "--text-muted"),
		font: `12px ${getComputedStyle(element).fontFamily}`,
		grid: { stroke: colourOf(element, "--line"), width: 1 },
		ticks: { show: false },
	};
	return {
		width: look.width,
		height: look.height,
		padding: [10, 10, 0, 0],
		legend: { show: false },
		cursor: { points: { size: 7 }, drag: { x: false, y: false } },
		hooks: {
			setCursor: [({ cursor }) => look.onCursor(cursor.idx ?? null)],
		},
		scales: {
			x: { range: (plot, min, max) => timeRange(plot, look.kind, min, max) },
			y: { range: (_, __, max) => [0, max > 0 ? max * 1.08 : 1] },
		},
		series: [
			{},
			...look.drawn.map(({ series, place }) =>
				seriesOptions(element, look.kind, series, place),
			),
		],
		axes: [
			{
				...axis,
				size: 28,
				space: 64,
				values: (_, moments) => moments.map(momentLabel),
			},
			{ ...axis, size: 52, values: (_, values) => values.map(axisLabel) },
		],
	};
}

function seriesOptions(
	element: HTMLElement,
	kind: ChartLook["kind"],
	series: ChartSeries,
	place: number,
): uPlot.Series {
	const colour = colourOf(element, colourName(series, place));
	if (kind === "bars")
		return {
			label: series.label,
			fill: colour,
			stroke: colour,
			width: 0,
			...(uPlot.paths.bars
				? { paths: uPlot.paths.bars({ size: [0.7, 40], radius: 0.1 }) }
				: {}),
			points: { show: false },
		};
	return {
		label: series.label,
		stroke: colour,
		width: 2,
		dash: dashOf(place),
		points: { show: false },
	};
}

/** Bars are as wide as a step: the first and the last need half of one beside them. */
function timeRange(
	{ data: [moments] }: uPlot,
	kind: ChartLook["kind"],
	min: number,
	max: number,
): [number, number] {
	const step = (moments[1] ?? 0) - (moments[0] ?? 0);
	const margin = step > 0 ? step / 2 : 1_800;
	return kind === "bars" || moments.length < 2
		? [min - margin, max + margin]
		: [min, max];
}

/** The clock within a day; the day where one begins. */
function momentLabel(seconds: number): string {
	const date = new Date(seconds * 1_000);
	const isMidnight = date.getHours() === 0 && date.getMinutes() === 0;
	return isMidnight ? formatDay(date) : formatClock(date);
}

/** Shares below one keep their digits. */
function axisLabel(value: number): string {
	return value !== 0 && Math.abs(value) < 1
		? String(value)
		: formatCompact(value);
}
