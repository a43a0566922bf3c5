import pg from "pg";

/** One column of a result, as the server describes it. */
export interface Column {
	name: string;
	dataTypeID: number;
}

/** Makes a row object of the raw column texts; nulls stay null. */
export type RowMaker = (
	texts: readonly (string | null)[],
) => Record<string, unknown>;

/** Types whose text is the value: int8 (kept as text: ids exceed no double but stay strings), text, varchar, inet, cidr. */
const PLAIN = new Set([20, 25, 1043, 869, 650]);

/**
 * Compiles the making of rows for one statement: an object literal with its parsers in place is built several times
 * faster than an object filled field by field. The names are columns of our own statements.
 */
export function compileRowMaker(columns: readonly Column[]): RowMaker {
	const parsers = columns.map((column) =>
		pg.types.getTypeParser(column.dataTypeID),
	);
	const fields = columns.map(({ name, dataTypeID }, i) => {
		const value = PLAIN.has(dataTypeID)
			? `t[${i}]`
			: `t[${i}] === null ? null : p[${i}](t[${i}])`;
		return `${JSON.stringify(name)}: ${value}`;
	});
	return new Function("p", `return (t) => ({ ${fields.join(", ")} });`)(
		parsers,
	) as RowMaker;
}
