import { Refusal } from "./refusal.ts";

/**
 * A JSON object read as the vendor's server reads one: names match in any case, the last of several wins, unknown
 * fields are ignored, null is nothing, and what is missing has the zero value of its type. A known field of the wrong
 * type makes the whole body unreadable.
 */
export class Fields {
	private readonly values = new Map<string, unknown>();

	constructor(source: object) {
		for (const [name, value] of Object.entries(source))
			if (value !== null) this.values.set(name.toLowerCase(), value);
	}

	has(name: string): boolean {
		return this.values.has(name.toLowerCase());
	}

	text(name: string): string {
		return this.optionalText(name) ?? "";
	}

	optionalText(name: string): string | undefined {
		return this.read(name, isText);
	}

	flag(name: string): boolean {
		return this.optionalFlag(name) ?? false;
	}

	optionalFlag(name: string): boolean | undefined {
		return this.read(name, isFlag);
	}

	integer(name: string): number {
		return this.read(name, isInteger) ?? 0;
	}

	/** Undefined where there is none, which is not the same as an empty list. */
	texts(name: string): string[] | undefined {
		return this.list(name)?.map((item) => {
			if (item === null) return "";
			if (!isText(item)) throw unreadable();
			return item;
		});
	}

	objects(name: string): Fields[] | undefined {
		return this.list(name)?.map((item) => {
			if (item === null) return new Fields({});
			if (!isObject(item)) throw unreadable();
			return new Fields(item);
		});
	}

	object(name: string): Fields | undefined {
		const value = this.read(name, isObject);
		return value && new Fields(value);
	}

	/** A map from names of any kind to lists of texts; here the case of names counts. */
	textLists(name: string): Record<string, string[]> | undefined {
		const value = this.read(name, isObject);
		if (!value) return undefined;
		return Object.fromEntries(
			Object.keys(value).map((key) => [
				key,
				new Fields({ [name]: (value as Record<string, unknown>)[key] }).texts(
					name,
				) ?? [],
			]),
		);
	}

	private list(name: string): unknown[] | undefined {
		return this.read(name, Array.isArray);
	}

	private read<T>(
		name: string,
		is: (value: unknown) => value is T,
	): T | undefined {
		const value = this.values.get(name.toLowerCase());
		if (value === undefined) return undefined;
		if (!is(value)) throw unreadable();
		return value;
	}
}

function isText(value: unknown): value is string {
	return typeof value === "string";
}

function isFlag(value: unknown): value is boolean {
	return typeof value === "boolean";
}

function isInteger(value: unknown): value is number {
	return Number.isSafeInteger(value);
}

function isObject(value: unknown): value is object {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}

export function unreadable(): Refusal {
	return new Refusal(400, "couldn't parse JSON request");
}

/** Reads a body: its first JSON value, which must be an object; what follows it is ignored. @throws Refusal */
export function readBody(body: Buffer): Fields {
	const text = body.toString("utf8");
	const value = parse(text) ?? parse(firstObject(text));
	if (!isObject(value)) throw unreadable();
	return new Fields(value);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The text up to the brace that closes the first one; braces within strings do not count. */
function firstObject(text: string): string {
	let depth = 0;
	let inString = false;
	for (let i = 0; i < text.length; i++) {
		const c = text[i];
		if (inString) {
			if (c === "\\") i++;
			else if (c === '"') inString = false;
		} else if (c === '"') inString = true;
		else if (c === "{") depth++;
		else if (c === "}" && --depth === 0) return text.slice(0, i + 1);
	}
	return text;
}
