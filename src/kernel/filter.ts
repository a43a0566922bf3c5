import type { Sql } from "../db/index.ts";

/** A condition of a list that holds only where the caller gave a value: `when(input.role, (role) => sql`…`)`. */
export function when<T>(
	value: T | undefined,
	condition: (value: T) => Sql,
): Sql | undefined {
	return value === undefined ? undefined : condition(value);
}
