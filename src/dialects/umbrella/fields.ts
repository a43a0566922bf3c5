import { ReeveError } from "../../kernel/errors.ts";

/** Why a field is refused, as the rest of a sentence that begins with its name. */
export class BadField {
	readonly why: string;

	constructor(why: string) {
		this.why = why;
	}
}

/** Reads one field as the wire brought it; a field that was not sent is undefined. */
export type Reader<T> = (given: unknown) => T | BadField;

type Read<R> = R extends Reader<infer T> ? T : never;

/**
 * Reads the fields named and ignores all others, as the vendor does.
 * @throws invalid naming every field that breaks its rule
 */
export function readFields<R extends Record<string, Reader<unknown>>>(
	given: Readonly<Record<string, unknown>>,
	readers: R,
): { [K in keyof R]: Read<R[K]> } {
	const values: Record<string, unknown> = {};
	const faults = [];
	for (const [name, read] of Object.entries(readers)) {
		const value = read(Object.hasOwn(given, name) ? given[name] : undefined);
		if (value instanceof BadField)
			faults.push({
				pointer: `/${name}`,
				rule: "field",
				message: `${name} ${value.why}`,
			});
		else values[name] = value;
	}
	const [first] = faults;
	if (first)
		throw new ReeveError("invalid", first.message, { reason: "field", faults });
	return values as { [K in keyof R]: Read<R[K]> };
}

const MISSING = new BadField("is required");

/** What is absent or null stays undefined; anything else is read. */
export function optional<T>(read: Reader<T>): Reader<T | undefined> {
	return (given) =>
		given === undefined || given === null ? undefined : read(given);
}

export function text(
	min: number,
	max: number,
	form?: { pattern: RegExp; why: string },
): Reader<string> {
	return (given) => {
		if (given === undefined || given === null) return MISSING;
		if (typeof given !== "string") return new BadField("must be a string");
		if (given.length < min)
			return new BadField(
				min === 1
					? "must not be empty"
					: `must be at least ${min} characters long`,
			);
		if (given.length > max)
			return new BadField(`must be at most ${max} characters long`);
		if (given.includes("\0"))
			return new BadField("must not contain the NUL character");
		return form && !form.pattern.test(given) ? new BadField(form.why) : given;
	};
}

/** Whole numbers, also as text: clients quote `"packageId"`. */
export function integer(min: number, max = 2_147_483_647): Reader<number> {
	return (given) => {
		if (given === undefined || given === null) return MISSING;
		const number = toInteger(given);
		if (number === undefined) return new BadField("must be an integer");
		if (number < min) return new BadField(`must be at least ${min}`);
		return number > max ? new BadField(`must be at most ${max}`) : number;
	};
}

function toInteger(given: unknown): number | undefined {
	const isText =
		typeof given === "string" && /^\s*[+-]?\d{1,20}\s*$/.test(given);
	const number = isText ? Number(given) : given;
	return Number.isInteger(number) ? (number as number) : undefined;
}

/** Also as text, which is all that a form can carry. */
export const boolean: Reader<boolean> = (given) => {
	if (given === undefined || given === null) return MISSING;
	const word = typeof given === "string" ? given.toLowerCase() : given;
	if (word === true || word === "true") return true;
	if (word === false || word === "false") return false;
	return new BadField("must be a boolean");
};

export function choice<const V extends readonly string[]>(
	values: V,
): Reader<V[number]> {
	return (given) => {
		if (given === undefined || given === null) return MISSING;
		const word = typeof given === "number" ? String(given) : given;
		return typeof word === "string" && values.includes(word)
			? word
			: new BadField(`must be one of ${values.join(", ")}`);
	};
}

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*$/;

/** A list of e-mail addresses; a form brings one address as plain text. */
export const emails: Reader<string[]> = (given) => {
	if (given === undefined || given === null) return MISSING;
	const list: unknown[] = Array.isArray(given) ? given : [given];
	const every = list.every(
		(entry) =>
			typeof entry === "string" && entry.length <= 254 && EMAIL.test(entry),
	);
	if (!every) return new BadField("must be a list of e-mail addresses");
	return list.length > 100
		? new BadField("must have at most 100 entries")
		: (list as string[]);
};

export const email = text(1, 254, {
	pattern: EMAIL,
	why: "must be a valid email",
});

/** A time of ISO 8601, as an instant. */
export const time: Reader<Date> = (given) => {
	if (typeof given !== "string" || !/^\d{4}-\d\d-\d\d/.test(given))
		return new BadField("must be a valid ISO 8601 date");
	const date = new Date(given);
	return Number.isNaN(date.getTime())
		? new BadField("must be a valid ISO 8601 date")
		: date;
};
