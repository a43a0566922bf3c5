import { type Context, conflict, invalid } from "../../kernel/index.ts";
import { holdProbe, probeNameTaken } from "./probe-store.ts";

/** @throws conflict (`probe_exists`) */
export async function requireFreeProbeName(
	ctx: Context,
	name: string | undefined,
	exceptId: string | null,
): Promise<void> {
	if (name === undefined) return;
	if (await probeNameTaken(ctx.db, ctx.account.id, name, exceptId))
		throw conflict("probe_exists", `A probe named ${name} exists already.`, {
			field: "name",
			name,
		});
}

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

/** For what is to be polled by a probe. @throws invalid (`unknown_probe`) */
export async function requireProbe(
	ctx: Context,
	probeId: string | null | undefined,
): Promise<void> {
	if (!probeId || (await holdProbe(ctx.db, ctx.account.id, probeId))) return;
	throw invalid(
		"probe_id",
		"unknown_probe",
		`probe_id names ${probeId}, which is no probe of this account`,
		{ id: probeId },
	);
}
