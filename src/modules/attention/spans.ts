const DAY_MS = 86_400_000;

/** What ends within so many days is told before it ends. */
export const ENDING_DAYS = 14;
/** What ended longer ago than this is nobody's concern any more. */
export const ENDED_DAYS = 30;
/** What nobody used for so long is probably not needed. */
export const UNUSED_DAYS = 90;

export function daysFrom(now: Date, days: number): Date {
	return new Date(now.getTime() + days * DAY_MS);
}
