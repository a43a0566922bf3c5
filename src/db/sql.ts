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

function append(fragment: Fragment, out: { text: string; values: unknown[] }) {
	const { strings, parts } = fragment[FRAGMENT];
	for (let i = 0; i < strings.length; i++) {
		out.text += strings[i];
		if (i >= parts.length) continue;
		const part = parts[i];
		if (isFragment(part)) append(part, out);
		else out.text += `$${out.values.push(part)}`;
	}
}

function fragment(
	strings: readonly string[],
	parts: readonly unknown[],
): Fragment {
	let rendered: { text: string; values: unknown[] } | undefined;
	const render = () => {
		if (!rendered) {
			rendered = { text: "", values: [] };
			append(self, rendered);
		}
		return rendered;
	};
	const self: Fragment = {
		[FRAGMENT]: { strings, parts },
		get text() {
			return render().text;
		},
		get values() {
			return render().values;
		},
	};
	return self;
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
