/**
 * SQL text and its values, written as a tagged template. Every `${value}` becomes a bind parameter, and a nested
 * `sql` fragment is spliced in, so text from outside can never become SQL.
 */
export interface Sql {
	readonly text: string;
	readonly values: readonly unknown[];
}

const FRAGMENT = Symbol("sql");

interface Fragment extends Sql {
	readonly [FRAGMENT]: {
		strings: readonly string[];
		parts: readonly unknown[];
	};
}

function isFragment(part: unknown): part is Fragment {
	return typeof part === "object" && part !== null && FRAGMENT in part;
}

function append(
	fragment: Fragment,
	out: { text: string; values: unknown[] },
): void {
	const { strings, parts } = fragment[FRAGMENT];
	for (let i = 0; i < strings.length; i++) {
		out.text += strings[i];
		if (i >= parts.length) continue;
		const part = parts[i];
		if (isFragment(part)) append(part, out);
		else out.text += `$${out.values.push(part)}`;
	}
}

/** A text that was put together before, and the pieces of trusted text that stood in it. */
interface Known {
	text: string;
	trusted: readonly string[];
}

/** By the template's place in the source: most statements are put together the same way every time. */
const known = new WeakMap<readonly string[], Known>();

/**
 * Puts a statement together. Where a template holds nothing but values and trusted text, and that text is the same as
 * the last time, so is the whole: only the values are collected.
 */
function rendered(fragment: Fragment): { text: string; values: unknown[] } {
	const { strings, parts } = fragment[FRAGMENT];
	const values: unknown[] = [];
	const trusted: string[] = [];
	for (const part of parts) {
		if (!isFragment(part)) values.push(part);
		else if (part[FRAGMENT].parts.length > 0) return whole(fragment);
		else trusted.push(part[FRAGMENT].strings[0] as string);
	}
	const before = known.get(strings);
	if (before && sameTexts(before.trusted, trusted))
		return { text: before.text, values };
	const made = whole(fragment);
	known.set(strings, { text: made.text, trusted });
	return made;
}

function whole(fragment: Fragment): { text: string; values: unknown[] } {
	const out = { text: "", values: [] };
	append(fragment, out);
	return out;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((text, i) => text === b[i]);
}

function fragment(
	strings: readonly string[],
	parts: readonly unknown[],
): Fragment {
	return new Statement(strings, parts);
}

/** Text and values are put together when first asked for: a fragment inside another is never asked. */
class Statement implements Fragment {
	readonly [FRAGMENT]: {
		strings: readonly string[];
		parts: readonly unknown[];
	};
	private made: { text: string; values: unknown[] } | undefined;

	constructor(strings: readonly string[], parts: readonly unknown[]) {
		this[FRAGMENT] = { strings, parts };
	}

	get text(): string {
		this.made ??= rendered(this);
		return this.made.text;
	}

	get values(): readonly unknown[] {
		this.made ??= rendered(this);
		return this.made.values;
	}
}

/** Makes a statement or a fragment of one. */
export function sql(strings: TemplateStringsArray, ...parts: unknown[]): Sql {
	return fragment(strings, parts);
}

/** Trusted text of our own (a column name, a keyword), never anything a caller sent. */
export function raw(text: string): Sql {
	return fragment([text], []);
}

/** Joins fragments with trusted text between them: `join(columns, ", ")`. */
export function join(fragments: readonly Sql[], separator: string): Sql {
	if (fragments.length === 0) return raw("");
	const strings = ["", ...Array(fragments.length - 1).fill(separator), ""];
	return fragment(strings, fragments);
}

const names = new Map<string, string>();

/**
 * The prepared-statement name of a text. The same text has the same name for the life of the process, so Postgres
 * parses it once a connection. Texts come from our own source, so the map cannot be grown from outside.
 */
export function statementName(text: string): string {
	let name = names.get(text);
	if (name === undefined) {
		name = `s${names.size}`;
		names.set(text, name);
	}
	return name;
}
