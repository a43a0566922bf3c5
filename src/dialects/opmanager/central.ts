import type { WireCall } from "../dialect.ts";
import { ALL, numberOrAll } from "./customer.ts";
import {
	type GivenParameters,
	givenParameters,
	oneText,
} from "./given-parameters.ts";
import { probeNumberOf } from "./managed-object-id.ts";

/** What a call is narrowed to besides a customer. */
export interface Narrowing {
	region_id?: string;
	probe_number?: number;
	probe_name?: string;
}

/**
 * `regionID` where there are customers, `eeProbeID` and `probeName` where there are probes; elsewhere all three are
 * ignored, whatever they say (promises O12, O13). Undefined when they name what cannot exist, so that nothing is found.
 */
export async function narrowing(
	call: WireCall,
): Promise<Narrowing | undefined> {
	const given = givenParameters(call);
	const region = regionOf(call, given);
	const probe = await probeOf(call, given);
	return region && probe && { ...region, ...probe };
}

function regionOf(
	call: WireCall,
	given: GivenParameters,
): Narrowing | undefined {
	if (call.caller.home.kind !== "provider") return {};
	const id = numberOrAll(given, "regionID");
	if (id === undefined || id === ALL) return {};
	return /^[1-9]/.test(id) ? { region_id: id } : undefined;
}

async function probeOf(
	call: WireCall,
	given: GivenParameters,
): Promise<Narrowing | undefined> {
	if (!given.has("eeProbeID") && !given.has("probeName")) return {};
	if (!(await isCentral(call))) return {};
	const id = numberOrAll(given, "eeProbeID");
	const name = oneText(given, "probeName") ?? "";
	const byName = name === "" ? {} : { probe_name: name };
	if (id === undefined || id === ALL) return byName;
	const number = probeNumberOf(Number(id));
	return number > 0 ? { ...byName, probe_number: number } : undefined;
}

/** A provider is a central; another account is one when it has probes. */
async function isCentral(call: WireCall): Promise<boolean> {
	if (call.caller.home.kind === "provider") return true;
	if (!call.may("probes.list")) return false;
	const { data } = await call.run("probes.list", { limit: 1 });
	return data.length > 0;
}
