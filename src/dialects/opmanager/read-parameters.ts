import type { WireRequest } from "../dialect.ts";
import {
	type GivenParameters,
	givenParameters,
	oneText,
} from "./given-parameters.ts";
import { isMandatory, type Parameters, type Values } from "./parameter.ts";
import { ParameterFault } from "./parameter-fault.ts";

/** Parameters that clients add to any call, whether or not it has a use for them; `apikey` in any case. */
const TOLERATED = new Set([
	"apikey",
	"isfluidic",
	"eeprobeid",
	"probename",
	"selcustomerid",
	"regionid",
	"_",
	"nd",
	"_search",
	"ismapview",
	"isaplus",
]);

/** Checks and reads everything an endpoint was sent by its table. @throws ParameterFault */
export function readParameters<P extends Parameters>(
	request: WireRequest,
	table: P,
): Values<P> {
	const given = givenParameters(request);
	refuseUndeclared(given, table);
	const texts = Object.keys(table).map((name) => oneText(given, name));
	const values = Object.entries(table).map(([name, parameter], at) => {
		const text = texts[at];
		if (text !== undefined && text !== "")
			return [name, parameter.read(text, name)];
		if (!isMandatory(parameter)) return [name, undefined];
		throw text === undefined
			? new ParameterFault("LESS_THAN_MIN_OCCURANCE", name)
			: new ParameterFault("LESS_THAN_MIN_LENGTH", name, "a value");
	});
	return Object.fromEntries(values) as Values<P>;
}

function refuseUndeclared(given: GivenParameters, table: Parameters): void {
	for (const name of given.keys())
		if (!Object.hasOwn(table, name) && !TOLERATED.has(name.toLowerCase()))
			throw new ParameterFault("EXTRA_PARAM_FOUND", name);
}
