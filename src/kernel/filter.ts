import { raw, type Sql, sql } from "../db/index.ts";

/** A condition of a list that holds only where the caller gave a value: `when(input.role, (role) => sql`…`)`. */
export function when<T>(
	value: T | undefined,
	condition: (value: T) => Sql,
): Sql | undefined {
	return value === undefined ? undefined : condition(value);
}

/** Keeps rows whose column, text of our own naming, contains what the caller gave, any case. */
export function contains(
	column: string,
	text: string | undefined,
): Sql | undefined {
	if (text === undefined || text === "") return undefined;
	const pattern = `%${text.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
	return sql`${raw(column)} ilike ${pattern}`;
}
