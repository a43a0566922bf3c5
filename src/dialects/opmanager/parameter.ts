import { ParameterFault } from "./parameter-fault.ts";

/** How one parameter of an endpoint is checked, read and described; one table serves all three. */
export interface Parameter<T> {
	description: string;
	/** JSON Schema, for the document. */
	schema: object;
	/** @throws ParameterFault */
	read(text: string, name: string): T;
}

export interface Mandatory<T> extends Parameter<T> {
	mandatory: true;
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds parameters of every type.
export type Parameters = Readonly<Record<string, Parameter<any>>>;

/** What an endpoint gets of its parameters: those that were not sent, or sent empty, are undefined unless mandatory. */
export type Values<P extends Parameters> = {
	[N in keyof P]: P[N] extends Mandatory<infer T>
		? T
		: P[N] extends Parameter<infer T>
			? T | undefined
			: never;
};

export function mandatory<T>(parameter: Parameter<T>): Mandatory<T> {
	return { ...parameter, mandatory: true };
}

export function isMandatory(parameter: Parameter<unknown>): boolean {
	return "mandatory" in parameter;
}

/** A tag, a comment or a script's address; a lone "<" is harmless. */
const MARKUP = /<[a-z/!?]|javascript:/i;

export interface TextRule {
	lengthMax?: number;
	pattern?: { is: RegExp; why: string };
	/** A password may look like anything, markup too. */
	opaque?: boolean;
}

export function text(
	description: string,
	{ lengthMax = 255, pattern, opaque = false }: TextRule = {},
): Parameter<string> {
	return {
		description,
		schema: {
			type: "string",
			maxLength: lengthMax,
			...(opaque ? { format: "password" } : {}),
			...(pattern ? { pattern: pattern.is.source } : {}),
		},
		read(given, name) {
			if (given.includes("\0"))
				throw new ParameterFault("PATTERN_NOT_MATCHED", name, "no NUL");
			if (!opaque && MARKUP.test(given))
				throw new ParameterFault("XSS_DETECTED", name);
			if ([...given].length > lengthMax)
				throw new ParameterFault(
					"MORE_THAN_MAX_LENGTH",
					name,
					`at most ${lengthMax} characters`,
				);
			if (pattern && !pattern.is.test(given))
				throw new ParameterFault("PATTERN_NOT_MATCHED", name, pattern.why);
			return given;
		},
	};
}

export function integer(
	description: string,
	minimum: number,
	maximum: number,
	otherwise?: number,
): Parameter<number> {
	return {
		description,
		schema: {
			type: "integer",
			minimum,
			maximum,
			...(otherwise === undefined ? {} : { default: otherwise }),
		},
		read(given, name) {
			if (!/^[+-]?\d{1,18}$/.test(given))
				throw new ParameterFault("DATATYPE_NOT_MATCHED", name, "an integer");
			const number = Number(given);
			if (number < minimum || number > maximum)
				throw new ParameterFault(
					"OUT_OF_RANGE",
					name,
					`from ${minimum} to ${maximum}`,
				);
			return number;
		},
	};
}

/** In any case: the vendor's own pages write `TRUE` as well. */
export function flag(description: string): Parameter<boolean> {
	return {
		description,
		schema: { type: "boolean" },
		read(given, name) {
			const word = given.toLowerCase();
			if (word !== "true" && word !== "false")
				throw new ParameterFault("DATATYPE_NOT_MATCHED", name, "true or false");
			return word === "true";
		},
	};
}

/** One of some words, in any case; answers what the word stands for. */
export function choice<T>(
	description: string,
	meanings: Readonly<Record<string, T>>,
): Parameter<T> {
	const words = Object.keys(meanings);
	const byWord = new Map(
		Object.entries(meanings).map(([word, meaning]) => [
			word.toLowerCase(),
			meaning,
		]),
	);
	return {
		description,
		schema: { type: "string", enum: words },
		read(given, name) {
			const word = given.toLowerCase();
			if (!byWord.has(word))
				throw new ParameterFault(
					"PATTERN_NOT_MATCHED",
					name,
					`one of ${words.join(", ")}`,
				);
			return byWord.get(word) as T;
		},
	};
}

/** Lists are texts with commas between. */
export function listOf<T>(item: Parameter<T>, itemsMax = 50): Parameter<T[]> {
	return {
		description: `${item.description}; several with commas between`,
		schema: { type: "string" },
		read(given, name) {
			const items = given.split(",").map((entry) => entry.trim());
			if (items.length > itemsMax)
				throw new ParameterFault(
					"OUT_OF_RANGE",
					name,
					`a list of at most ${itemsMax} entries`,
				);
			return items
				.filter((entry) => entry !== "")
				.map((entry) => item.read(entry, name));
		},
	};
}
