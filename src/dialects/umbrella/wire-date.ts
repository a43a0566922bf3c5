/** ISO 8601 UTC with milliseconds that are always `.000`: the vendor stores seconds. */
export function wireDate(at: Date | string): string {
	const seconds = Math.floor(new Date(at).getTime() / 1000);
	return new Date(seconds * 1000).toISOString();
}

/** What the vendor shows for a time that is not known. */
export const UNKNOWN_DATE = "1970-01-01T00:00:00.000Z";
