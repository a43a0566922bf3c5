import { invalid } from "./errors.ts";

/** @throws invalid (`timezone`): the names are those of the IANA database, old ones included */
export function requireTimezone(timezone: string | undefined): void {
	if (timezone === undefined) return;
	try {
		new Intl.DateTimeFormat("en", { timeZone: timezone });
	} catch {
		throw invalid(
			"timezone",
			"timezone",
			"timezone must be a name of the IANA database, such as Europe/Vienna",
		);
	}
}
