import type { RouteDocument, WireCall, WireRequest } from "../dialect.ts";
import { integer, optional, readFields } from "./fields.ts";

export interface PageRule {
	limitDefault: number;
	limitMax: number;
}

/** Lists come in batches of 200 (promise U8). A larger limit than the cap is refused: a silently shorter page would look like the last. */
export const pages: PageRule = { limitDefault: 200, limitMax: 1000 };

/** How far an operation skips rows; beyond it every list has ended. */
const OFFSET_MAX = 10_000_000;

/** The page asked for in the words of an operation; undefined when it lies beyond the end of any list. */
export function readPage(
	{ query }: WireRequest,
	{ limitDefault, limitMax }: PageRule = pages,
): { limit: number; offset: number } | undefined {
	const { page = 1, limit = limitDefault } = readFields(query, {
		page: optional(integer(1)),
		limit: optional(integer(1, limitMax)),
	});
	const offset = (page - 1) * limit;
	return offset > OFFSET_MAX ? undefined : { limit, offset };
}

/** One page of a list operation, its rows in the wire's shape; a bare array, with no totals. */
export async function listPage<T>(
	call: WireCall,
	operationId: string,
	filters: Record<string, unknown>,
	// biome-ignore lint/suspicious/noExplicitAny: each route knows the rows of the operation it names.
	toWire: (row: any) => T,
	rule?: PageRule,
): Promise<T[]> {
	const page = readPage(call, rule);
	if (!page) return [];
	const { data } = await call.run(operationId, { ...filters, ...page });
	return data.map(toWire);
}

/** Every row of a list that the vendor does not page. */
export async function listAll<T>(
	call: WireCall,
	operationId: string,
	filters: Record<string, unknown>,
	// biome-ignore lint/suspicious/noExplicitAny: each route knows the rows of the operation it names.
	toWire: (row: any) => T,
): Promise<T[]> {
	const rows: T[] = [];
	let cursor: string | null = null;
	do {
		const page: { data: unknown[]; next: string | null } = await call.run(
			operationId,
			{ ...filters, limit: 1000, ...(cursor === null ? {} : { cursor }) },
		);
		rows.push(...page.data.map(toWire));
		cursor = page.next;
	} while (cursor !== null);
	return rows;
}

/** How a paged list describes its parameters. */
export function pageParameters({
	limitDefault,
	limitMax,
}: PageRule = pages): NonNullable<RouteDocument["query"]> {
	return {
		page: {
			description: "Counted from 1",
			schema: { type: "integer", minimum: 1, default: 1 },
		},
		limit: {
			description: "Rows a page; a shorter page is the last one",
			schema: {
				type: "integer",
				minimum: 1,
				maximum: limitMax,
				default: limitDefault,
			},
		},
	};
}
