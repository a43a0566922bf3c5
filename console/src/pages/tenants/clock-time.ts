const clock = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });

/** The time of day alone, for what just happened. */
export function formatTime(date: Date): string {
	return clock.format(date);
}
