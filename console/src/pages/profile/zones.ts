import type { Option } from "../../kit/option.ts";

/** Every time zone that the browser knows, with what it is ahead of UTC now, and the one that is chosen. */
export function zoneOptions(chosen: string): Option[] {
	const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen]);
	const now = new Date();
	return [...names].sort().map((name) => ({
		value: name,
		label: name.replaceAll("_", " "),
		description: offsetOf(name, now),
	}));
}

function offsetOf(zone: string, now: Date): string | undefined {
	try {
		return new Intl.DateTimeFormat("en", {
			timeZone: zone,
			timeZoneName: "longOffset",
		})
			.formatToParts(now)
			.find(({ type }) => type === "timeZoneName")
			?.value.replace("GMT", "UTC");
	} catch {
		// A name that the server keeps and this browser does not know.
		return undefined;
	}
}
