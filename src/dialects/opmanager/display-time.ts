const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const two = (number: number) => String(number).padStart(2, "0");

/** `8 Mar 2024 06:17:07 PM UTC`. The wire shows times to people; in UTC, so that they mean the same to everybody. */
export function displayTime(at: string): string {
	const date = new Date(at);
	const hours = date.getUTCHours();
	const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
	const time = `${two(hours % 12 || 12)}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
	return `${day} ${time} ${hours < 12 ? "AM" : "PM"} UTC`;
}

const units = [
	["day", 86_400],
	["hour", 3600],
	["minute", 60],
	["second", 1],
] as const;

/** `10 minutes ago`. */
export function prettyTime(at: string, nowMs: number): string {
	const seconds = Math.max(0, (nowMs - Date.parse(at)) / 1000);
	for (const [unit, length] of units) {
		const count = Math.floor(seconds / length);
		if (count > 0) return `${count} ${unit}${count === 1 ? "" : "s"} ago`;
	}
	return "0 seconds ago";
}
