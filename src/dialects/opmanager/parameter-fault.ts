import { ReeveError } from "../../kernel/errors.ts";

/** The vendor's codes for what is wrong with a parameter, with its spelling, and what each says. */
const sentences = {
	EXTRA_PARAM_FOUND: (name) =>
		`Irrelevant parameter found in the request: '${name}'.`,
	LESS_THAN_MIN_OCCURANCE: (name) => `The parameter '${name}' is mandatory.`,
	MORE_THAN_MAX_OCCURANCE: (name) =>
		`The parameter '${name}' may be given once.`,
	LESS_THAN_MIN_LENGTH: (name, rule) => `'${name}' must have ${rule}.`,
	MORE_THAN_MAX_LENGTH: (name, rule) => `'${name}' must have ${rule}.`,
	DATATYPE_NOT_MATCHED: (name, rule) => `'${name}' must be ${rule}.`,
	OUT_OF_RANGE: (name, rule) => `'${name}' must be ${rule}.`,
	PATTERN_NOT_MATCHED: (name, rule) =>
		`The input specified for the parameter '${name}' does not match the required pattern: ${rule}.`,
	XSS_DETECTED: (name) =>
		`Illegal input on the parameter '${name}': markup is not accepted.`,
	UNABLE_TO_PARSE_DATA_TYPE: (_name, rule) => `The body must be ${rule}.`,
} as const satisfies Record<string, (name: string, rule: string) => string>;

export type FaultCode = keyof typeof sentences;

const NAME_SHOWN_MAX = 60;

/** A parameter that breaks its rule; `rule` is the rest of a sentence. Values are never shown. */
export class ParameterFault extends ReeveError {
	readonly errorcode: FaultCode;

	constructor(errorcode: FaultCode, name = "", rule = "") {
		const shown = [...name].slice(0, NAME_SHOWN_MAX).join("");
		super("invalid", sentences[errorcode](shown, rule), { reason: errorcode });
		this.errorcode = errorcode;
	}
}
