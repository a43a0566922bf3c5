import { type RefObject, useEffect, useRef } from "react";
import uPlot from "uplot";
import { type ChartSeries, stackedValues } from "./chart-data.ts";
import { chartOptions } from "./chart-options.ts";
import { useThemeMark, useWidth } from "./surroundings.ts";

export interface PlotInput {
	/** Seconds since 1970, ascending. */
	moments: readonly number[];
	series: readonly ChartSeries[];
	kind: "line" | "bars";
	height: number;
	/** The index below the pointer; `null` when it left. */
	onCursor: (index: number | null) => void;
}

/** Draws into the element, anew when figures, width or theme change. */
export function usePlot(
	element: RefObject<HTMLDivElement | null>,
	{ moments, series, kind, height, onCursor }: PlotInput,
): void {
	const width = useWidth(element);
	const theme = useThemeMark();
	const tell = useRef(onCursor);
	tell.current = onCursor;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another theme has other colours, which are read while drawing.
	useEffect(() => {
		const place = element.current;
		if (!place || width === 0 || moments.length === 0) return;
		const { drawn, values } = drawingOrder(series, kind);
		const options = chartOptions(place, {
			width,
			height,
			kind,
			drawn,
			onCursor: (index) => tell.current(index),
		});
		const plot = new uPlot(options, [[...moments], ...values], place);
		return () => plot.destroy();
	}, [element, width, theme, moments, series, kind, height]);
}

/** Bars stand on each other, so the tallest sum is drawn first and the others over it. */
function drawingOrder(series: readonly ChartSeries[], kind: "line" | "bars") {
	const placed = series.map((one, place) => ({ series: one, place }));
	if (kind === "line")
		return { drawn: placed, values: series.map((one) => [...one.values]) };
	return {
		drawn: placed.reverse(),
		values: stackedValues(series).reverse(),
	};
}
