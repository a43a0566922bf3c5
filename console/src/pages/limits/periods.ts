/** Days that a chart looks back, as a choice. */
export type Period = "1" | "7" | "31";

export const periods: readonly { value: Period; label: string }[] = [
	{ value: "1", label: "24 hours" },
	{ value: "7", label: "7 days" },
	{ value: "31", label: "31 days" },
];
