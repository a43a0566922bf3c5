import type { WireCall } from "../dialect.ts";
import { choice, integer } from "./parameter.ts";
import { ParameterFault } from "./parameter-fault.ts";
import { arrayOf, int, shapeOf } from "./schemas.ts";

const ROWS_DEFAULT = 50;
const ROWS_MAX = 20_000;
/** Rows an operation gives at once, and how far it skips; beyond that every list has ended. */
const CHUNK = 1000;
const OFFSET_MAX = 10_000_000;

export const gridParameters = {
	page: integer("The page, from 1", 1, 10_000_000, 1),
	rows: integer("Rows a page", 1, ROWS_MAX, ROWS_DEFAULT),
};

export const descending = choice("Which way to sort", {
	asc: false,
	desc: true,
});

export interface Grid<T> {
	total: number;
	page: number;
	records: number;
	rows: T[];
}

/** `records` are the rows that match, `total` the pages they fill. */
export function gridOf<T>(
	rows: T[],
	records: number,
	{ page = 1, rows: rowsMax = ROWS_DEFAULT }: PageAsked,
): Grid<T> {
	return { total: Math.ceil(records / rowsMax), page, records, rows };
}

export function gridSchema(row: object): object {
	return shapeOf({ total: int, page: int, records: int, rows: arrayOf(row) });
}

export interface PageAsked {
	page?: number | undefined;
	rows?: number | undefined;
}

/** The rows of one page of a list operation, and how many match in all. */
export async function readPage<T>(
	call: WireCall,
	operationId: string,
	filters: Record<string, unknown>,
	{ page = 1, rows: rowsMax = ROWS_DEFAULT }: PageAsked,
): Promise<{ rows: T[]; records: number }> {
	const offset = (page - 1) * rowsMax;
	const first: { data: T[]; next: string | null; total: number } =
		await call.run(operationId, {
			...filters,
			limit: Math.min(rowsMax, CHUNK),
			offset: Math.min(offset, OFFSET_MAX),
			count: true,
		});
	if (offset > OFFSET_MAX) return { rows: [], records: first.total };
	const rows = await follow(call, operationId, filters, first, rowsMax);
	return { rows, records: first.total };
}

/** All rows, for lists that the vendor does not page. @throws ParameterFault where there are too many to send at once */
export async function readAll<T>(
	call: WireCall,
	operationId: string,
	filters: Record<string, unknown>,
): Promise<T[]> {
	const first: { data: T[]; next: string | null } = await call.run(
		operationId,
		{ ...filters, limit: CHUNK },
	);
	const rows = await follow(call, operationId, filters, first, ROWS_MAX + 1);
	if (rows.length > ROWS_MAX)
		throw new ParameterFault(
			"OUT_OF_RANGE",
			"rows",
			`given with page: there are more than ${ROWS_MAX} rows`,
		);
	return rows;
}

async function follow<T>(
	call: WireCall,
	operationId: string,
	filters: Record<string, unknown>,
	first: { data: T[]; next: string | null },
	rowsMax: number,
): Promise<T[]> {
	const rows = [...first.data];
	let cursor = first.next;
	while (cursor !== null && rows.length < rowsMax) {
		const limit = Math.min(rowsMax - rows.length, CHUNK);
		const page: { data: T[]; next: string | null } = await call.run(
			operationId,
			{ ...filters, limit, cursor },
		);
		rows.push(...page.data);
		cursor = page.next;
	}
	return rows;
}
