/** A moment as the API gives it (RFC 3339), or as the page knows it. */
export type Moment = string | number | Date;

/** The words are English; only the clock and the order of day and month follow the viewer. */
const locale = usesTwelveHours() ? "en-US" : "en-GB";

const dateTime = new Intl.DateTimeFormat(locale, {
	day: "numeric",
	month: "short",
	year: "numeric",
	hour: "2-digit",
	minute: "2-digit",
});
const dateTimeSeconds = new Intl.DateTimeFormat(locale, {
	day: "numeric",
	month: "short",
	year: "numeric",
	hour: "2-digit",
	minute: "2-digit",
	second: "2-digit",
});
const dateOnly = new Intl.DateTimeFormat(locale, {
	day: "numeric",
	month: "short",
	year: "numeric",
});
const dayAndMonth = new Intl.DateTimeFormat(locale, {
	day: "numeric",
	month: "short",
});
const clock = new Intl.DateTimeFormat(locale, {
	hour: "2-digit",
	minute: "2-digit",
});
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long a moment is told by its distance rather than by its date. */
const RECENT_MS = 7 * DAY_MS;

function usesTwelveHours(): boolean {
	const { hour12 } = new Intl.DateTimeFormat(undefined, {
		hour: "numeric",
	}).resolvedOptions();
	return hour12 === true;
}

export function toDate(moment: Moment): Date {
	return moment instanceof Date ? moment : new Date(moment);
}

/** Day and minute in the viewer's zone: `22 Nov 2026, 14:03`. */
export function formatDateTime(moment: Moment): string {
	return dateTime.format(toDate(moment));
}

/** As `formatDateTime`, with seconds: for logs, where order matters. */
export function formatDateTimeSeconds(moment: Moment): string {
	return dateTimeSeconds.format(toDate(moment));
}

/** The day in the viewer's zone: `22 Nov 2026`. */
export function formatDate(moment: Moment): string {
	return dateOnly.format(toDate(moment));
}

/** Day and month, where the year is plain: `22 Nov`. */
export function formatDay(moment: Moment): string {
	return dayAndMonth.format(toDate(moment));
}

/** Hour and minute, where the day is plain: `14:03`. */
export function formatClock(moment: Moment): string {
	return clock.format(toDate(moment));
}

/** The moment in UTC, unmistakable: `2026-11-22 13:03:27 UTC`. */
export function formatUtc(moment: Moment): string {
	const iso = toDate(moment).toISOString();
	return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** The distance in its largest unit: `3 minutes ago`, `in 5 days`, `just now`. */
export function formatRelative(moment: Moment, now: Moment): string {
	const distanceMs = toDate(moment).getTime() - toDate(now).getTime();
	const sizeMs = Math.abs(distanceMs);
	if (sizeMs < 10 * SECOND_MS) return "just now";
	if (sizeMs < MINUTE_MS) return inUnits(distanceMs, SECOND_MS, "second");
	if (sizeMs < HOUR_MS) return inUnits(distanceMs, MINUTE_MS, "minute");
	if (sizeMs < DAY_MS) return inUnits(distanceMs, HOUR_MS, "hour");
	return inUnits(distanceMs, DAY_MS, "day");
}

function inUnits(
	distanceMs: number,
	unitMs: number,
	unit: Intl.RelativeTimeFormatUnit,
): string {
	return relative.format(Math.trunc(distanceMs / unitMs), unit);
}

/** Whether a moment lies so near that its distance says more than its date. */
export function isRecent(moment: Moment, now: Moment): boolean {
	return Math.abs(toDate(moment).getTime() - toDate(now).getTime()) < RECENT_MS;
}

/** The viewer's zone as people write it: `Europe/Berlin`. */
export function viewerZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
