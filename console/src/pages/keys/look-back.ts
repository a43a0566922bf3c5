/** So many days of use are told: enough for what runs once a month. */
export const LOOK_BACK_DAYS = 31;

const DAY_MS = 86_400_000;

/** Where that time began, on the hour as the server counts. */
export function lookBackSince(days = LOOK_BACK_DAYS): string {
	const since = new Date(Date.now() - days * DAY_MS);
	since.setUTCMinutes(0, 0, 0);
	return since.toISOString();
}
