/** One line of the table: a figure, what it is held against, and whether it holds. */
export interface Row {
	name: string;
	value: number;
	unit: "×" | "µs" | "s" | "MB";
	target: number;
	/** Whether more is better (a share of the ungated rate) or less is (a time, a growth). */
	better: "more" | "less";
	/** What was measured, in absolute figures of this run. */
	detail: string;
}

export function passes(row: Row): boolean {
	return row.better === "more"
		? row.value >= row.target
		: row.value <= row.target;
}

/** How long and how often to measure. */
export interface Effort {
	/** Of each measurement. */
	seconds: number;
	/** Of what is thrown away first: code that runs for the first time is compiled while it runs. */
	warmUpSeconds: number;
	rounds: number;
	/** Size of the large data sets, as a share of the full ones. */
	scale: number;
}
