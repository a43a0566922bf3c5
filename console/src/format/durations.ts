import { countOf } from "./plurals.ts";

const UNITS: [string, number][] = [
	["day", 86_400],
	["hour", 3_600],
	["minute", 60],
	["second", 1],
];

/** A length of time in its two largest units: `3 days 4 hours`, `45 minutes`, `less than a second`. */
export function formatDuration(seconds: number): string {
	let rest = Math.round(seconds);
	if (rest < 1) return "less than a second";
	const parts: string[] = [];
	for (const [unit, size] of UNITS) {
		const amount = Math.floor(rest / size);
		rest -= amount * size;
		if (amount > 0) parts.push(countOf(amount, unit));
		else if (parts.length > 0) break;
		if (parts.length === 2) break;
	}
	return parts.join(" ");
}
