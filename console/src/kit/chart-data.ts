/** One line, or one colour of bars. */
export interface ChartSeries {
	label: string;
	/** One for each time; `null` where nothing is known. */
	values: readonly (number | null)[];
	/** `danger` for what was refused or failed; otherwise the next colour. */
	tone?: "danger" | "warning" | undefined;
}

/** Name of the custom property with the colour of a series. */
export function colourName({ tone }: ChartSeries, index: number): string {
	return tone ? `--${tone}-solid` : `--series-${(index % 6) + 1}`;
}

/** Dashes tell lines apart without colour. */
const DASHES = [[], [6, 4], [2, 3], [10, 3, 2, 3], [1, 5], [14, 4]];

export function dashOf(index: number): number[] {
	return DASHES[index % DASHES.length] ?? [];
}

/** Each series on top of those before it, for stacked bars. */
export function stackedValues(
	series: readonly ChartSeries[],
): (number | null)[][] {
	const sums: number[] = [];
	return series.map(({ values }) =>
		values.map((value, at) => {
			sums[at] = (sums[at] ?? 0) + (value ?? 0);
			return sums[at] ?? null;
		}),
	);
}
