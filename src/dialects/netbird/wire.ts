import { notFound } from "../../kernel/errors.ts";
import type { WireAnswer, WireCall, WireRequest } from "../dialect.ts";
import type { Fields } from "./fields.ts";

/** Every success is 200 and one JSON value followed by a newline, whatever was done. */
export function ok(value: unknown): WireAnswer {
	return { status: 200, body: `${JSON.stringify(value)}\n` };
}

/** What a call answers that has nothing to say. */
export const done: WireAnswer = ok({});

/** What stands for a date that there is none of. */
export const NEVER = "0001-01-01T00:00:00Z";

export function dateOr(date: string | null, otherwise = NEVER): string {
	return date ?? otherwise;
}

const ID = /^[1-9]\d{0,17}$/;

export function isId(text: string): boolean {
	return ID.test(text);
}

/** An id from the path. On this wire ids are opaque: an ill-formed one names nothing. @throws not_found */
export function pathId(call: WireRequest, name: string, kind: string): string {
	const id = call.params[name] ?? "";
	if (!isId(id)) throw notFound(kind, id);
	return id;
}

/** The first value of a query parameter; an empty one counts as none. */
export function queryText(call: WireRequest, name: string): string | undefined {
	const value = call.query[name];
	return (Array.isArray(value) ? value[0] : value) || undefined;
}

export function bodyOf(call: WireCall): Fields {
	return call.json();
}

const PAGE_ROWS = 1000;

/** Every row of a list: this wire knows no pages. At most `rowsMax`, where that is given. */
export async function allRows<T>(
	call: WireCall,
	operation: string,
	input: Record<string, unknown> = {},
	rowsMax = Number.POSITIVE_INFINITY,
): Promise<T[]> {
	const rows: T[] = [];
	let cursor: string | undefined;
	do {
		const limit = Math.min(PAGE_ROWS, rowsMax - rows.length);
		const page: { data: T[]; next: string | null } = await call.run(operation, {
			...input,
			limit,
			...(cursor === undefined ? {} : { cursor }),
		});
		rows.push(...page.data);
		cursor = page.next ?? undefined;
	} while (cursor !== undefined && rows.length < rowsMax);
	return rows;
}
