import {
	Ajv2020,
	type ErrorObject,
	type ValidateFunction,
} from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import type { TSchema } from "typebox";
import { type Fault, invalid, ReeveError } from "./errors.ts";

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

/** Validators are compiled when first needed: compiling all of them at start would cost a second. */
class Validators {
	private readonly ajv: Ajv2020;
	private readonly compiled = new WeakMap<object, ValidateFunction>();

	constructor(coerce: boolean) {
		this.ajv = new Ajv2020({
			allErrors: true,
			useDefaults: false,
			coerceTypes: coerce,
			strict: false,
			ownProperties: true,
		});
		addFormats(this.ajv);
	}

	of(schema: TSchema): ValidateFunction {
		let validate = this.compiled.get(schema);
		if (!validate) {
			validate = this.ajv.compile(schema);
			this.compiled.set(schema, validate);
		}
		return validate;
	}
}

const exact = new Validators(false);
const coercing = new Validators(true);

/**
 * Refuses input that breaks its schema, naming every field and rule. With `coerce`, text becomes the number or
 * boolean that the schema asks for, in place: query strings have no types of their own.
 */
export function validateInput(
	schema: TSchema,
	input: unknown,
	coerce: boolean,
): void {
	const validate = (coerce ? coercing : exact).of(schema);
	if (!validate(input)) throw faultsOf(validate);
	refuseUnstorable(input, "");
}

function faultsOf(validate: ValidateFunction): ReeveError {
	const faults = (validate.errors ?? []).map(toFault);
	const first = faults[0];
	return new ReeveError(
		"invalid",
		first ? first.message : "The input is not valid.",
		{
			reason: first?.rule ?? "invalid",
			faults,
			facts: first ? { field: first.pointer.slice(1) } : {},
		},
	);
}

/** What the database does not store, or would store as something else, is refused here, where the field is known. */
function refuseUnstorable(value: unknown, pointer: string): void {
	if (typeof value === "string") {
		if (value.includes("\0")) throw textFault(pointer, "the NUL character");
		if (!value.isWellFormed())
			throw textFault(pointer, "half of a surrogate pair");
	} else if (value !== null && typeof value === "object") {
		for (const [name, child] of Object.entries(value))
			refuseUnstorable(child, `${pointer}/${escapePointer(name)}`);
	}
}

function textFault(pointer: string, what: string): ReeveError {
	const field = pointer.slice(1);
	return invalid(field, "text", `${field} may not contain ${what}`);
}

function toFault(error: ErrorObject): Fault {
	const params = error.params as Record<string, unknown>;
	const extra = params.missingProperty ?? params.additionalProperty;
	const pointer =
		extra === undefined
			? error.instancePath
			: `${error.instancePath}/${escapePointer(String(extra))}`;
	const field = pointer === "" ? "the body" : pointer.slice(1);
	return { pointer, rule: error.keyword, message: describe(error, field) };
}

function describe(error: ErrorObject, field: string): string {
	switch (error.keyword) {
		case "required":
			return `${field} is required`;
		case "additionalProperties":
			return `${field} is not a field of this operation`;
		case "enum":
			return `${field} must be one of ${(error.params.allowedValues as unknown[]).join(", ")}`;
		default:
			return `${field} ${error.message ?? "is not valid"}`;
	}
}

/** RFC 6901, section 3. */
function escapePointer(name: string): string {
	return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
