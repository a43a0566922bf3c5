import { type Handle, join, raw, type Sql, sql } from "../db/index.ts";
import { invalid } from "./errors.ts";
import { type ListAcross, type Way, wayInto } from "./list-across.ts";
import type { Page, PageInput } from "./schemas.ts";

/** How one table is listed. All text here is our own; callers choose only among its names. */
export interface ListPlan {
	/** `devices d`; the alias must be `t` when columns need one. */
	from: string;
	/** SQL expressions of the row, already named as the output names them. */
	columns: string;
	/** Output field → what it sorts by: an SQL expression that is never null, and its type (text unless said). */
	sortable: Readonly<
		Record<
			string,
			| string
			| {
					expression: string;
					type: "text" | "int" | "bigint" | "timestamptz" | "boolean" | "inet";
			  }
		>
	>;
	/** SQL text expressions that `search` looks into. */
	searchable?: readonly string[];
	/** Prefix of `account_id` and `id`, such as `t.`. */
	prefix?: string;
	/**
	 * Whether an index over all accounts has the rows in the order of the list. Over several accounts it is then the way
	 * in, and the accounts are a condition that no index serves: taken one by one, all their rows would have to be sorted.
	 */
	orderedAcross?: boolean;
	/** How it is read over very many accounts; one after the other unless said. */
	across?: ListAcross;
}

interface Cursor {
	/** Account and id of the last row, and the value it sorted by. */
	a: string;
	i: string;
	v?: string | null;
}

const LIMIT_DEFAULT = 200;

/**
 * One page of a table over the accounts in view. Without `sort` rows come by account and id, so a thousandth page
 * costs what the first does: the cursor is the key of the last row, not a count of rows.
 */
export async function listPage<T extends object>(
	db: Handle,
	accountIds: readonly string[],
	plan: ListPlan,
	input: PageInput,
	filters: readonly (Sql | undefined)[] = [],
): Promise<Page<T>> {
	const limit = input.limit ?? LIMIT_DEFAULT;
	const order = readSort(plan, input.sort);
	const conditions = filters.filter((f) => f !== undefined);
	const pattern = patternOf(plan, input.search);
	const way = await wayInto(db, plan.across, plan.prefix ?? "", {
		accountIds,
		pattern,
		field: input.sort?.replace(/^-/, ""),
		filtered: conditions.length > 0,
	});
	const wanted = [...conditions, ...searchFilter(plan, pattern)];
	const where = [...inAccounts(plan, accountIds, way), ...wanted];
	const position =
		input.cursor === undefined
			? []
			: [after(plan, order, readCursor(input.cursor))];
	const rows = await db.query<
		T & {
			cursor_account: string;
			cursor_id: string;
			cursor_value: string | null;
		}
	>(
		select(
			plan,
			order,
			[...where, ...position],
			limit + 1,
			input.cursor === undefined ? (input.offset ?? 0) : 0,
		),
	);
	const page = cut<T>(rows, limit);
	if (input.count) {
		// All rows are gone through, so the order that an index has them in is no help.
		const counted = way.found
			? where
			: [...inAccounts(plan, accountIds), ...wanted];
		page.total = await countRows(db, plan, counted);
	}
	return page;
}

/** Keeps rows whose column has the value; no filter when there is none. The column is text of our own. */
export function equals(
	column: string,
	value: string | number | boolean | undefined,
): Sql | undefined {
	return value === undefined ? undefined : sql`${raw(column)} = ${value}`;
}

interface Order {
	expression: string | undefined;
	type: string;
	descending: boolean;
}

function readSort(plan: ListPlan, sort: string | undefined): Order {
	if (sort === undefined || sort === "")
		return { expression: undefined, type: "text", descending: false };
	const descending = sort.startsWith("-");
	const field = descending ? sort.slice(1) : sort;
	const entry = Object.hasOwn(plan.sortable, field)
		? plan.sortable[field]
		: undefined;
	if (entry === undefined) {
		throw invalid(
			"sort",
			"sortable",
			`sort must be one of ${Object.keys(plan.sortable).join(", ")}, with or without a leading minus`,
		);
	}
	return typeof entry === "string"
		? { expression: entry, type: "text", descending }
		: { ...entry, descending };
}

function key(plan: ListPlan, name: "account_id" | "id"): string {
	return `${plan.prefix ?? ""}${name}`;
}

function inAccounts(
	plan: ListPlan,
	accountIds: readonly string[],
	{ across, found }: Way = { across: false },
): Sql[] {
	const column = raw(key(plan, "account_id"));
	if (accountIds.length === 1) return [sql`${column} = ${accountIds[0]}`];
	const among = sql`${column} = any(${accountIds}::bigint[])`;
	if (across)
		return [sql`coalesce(${among}, false)`, ...(found ? [found] : [])];
	return [plan.orderedAcross ? sql`(${among}) is true` : among];
}

function patternOf(
	plan: ListPlan,
	search: string | undefined,
): string | undefined {
	if (search === undefined || search === "" || !plan.searchable?.length)
		return undefined;
	return `%${search.replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
}

function searchFilter(plan: ListPlan, pattern: string | undefined): Sql[] {
	if (pattern === undefined) return [];
	const texts = plan.searchable ?? [];
	return [
		sql`(${join(
			texts.map((text) => sql`${raw(text)} ilike ${pattern}`),
			" or ",
		)})`,
	];
}

function select(
	plan: ListPlan,
	order: Order,
	where: readonly Sql[],
	rowsMax: number,
	offset: number,
): Sql {
	const direction = order.descending ? "desc" : "asc";
	const keys = `${key(plan, "account_id")} ${direction}, ${key(plan, "id")} ${direction}`;
	const by =
		order.expression === undefined
			? keys
			: `${order.expression} ${direction}, ${keys}`;
	const value =
		order.expression === undefined
			? ""
			: `, (${order.expression})::text as cursor_value`;
	const head = raw(
		`select ${plan.columns}, ${key(plan, "account_id")} as cursor_account, ${key(plan, "id")} as cursor_id${value} from ${plan.from} where `,
	);
	const skip = offset > 0 ? sql` offset ${offset}` : raw("");
	return sql`${head}${join(where, " and ")}${raw(` order by ${by}`)} limit ${rowsMax}${skip}`;
}

/** Keyset position, written as a row comparison so that the index serves it. Sort columns are never null. */
function after(plan: ListPlan, order: Order, cursor: Cursor): Sql {
	const operator = raw(order.descending ? "<" : ">");
	const keys = raw(`${key(plan, "account_id")}, ${key(plan, "id")}`);
	if (order.expression === undefined)
		return sql`(${keys}) ${operator} (${cursor.a}::bigint, ${cursor.i}::bigint)`;
	if (cursor.v === undefined || cursor.v === null) throw malformedCursor();
	return sql`(${raw(order.expression)}, ${keys}) ${operator} (${cursor.v}::${raw(order.type)}, ${cursor.a}::bigint, ${cursor.i}::bigint)`;
}

function cut<T>(
	rows: (T & {
		cursor_account: string;
		cursor_id: string;
		cursor_value: string | null;
	})[],
	limit: number,
): Page<T> {
	const hasMore = rows.length > limit;
	if (hasMore) rows.pop();
	const last = rows.at(-1);
	const next =
		hasMore && last
			? writeCursor({
					a: last.cursor_account,
					i: last.cursor_id,
					v: last.cursor_value,
				})
			: null;
	return { data: rows, next, has_more: hasMore };
}

async function countRows(
	db: Handle,
	plan: ListPlan,
	where: readonly Sql[],
): Promise<number> {
	const [row] = await db.query<{ total: number }>(
		sql`select count(*)::int as total from ${raw(plan.from)} where ${join(where, " and ")}`,
	);
	return row?.total ?? 0;
}

function writeCursor(cursor: Cursor): string {
	return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function readCursor(text: string): Cursor {
	try {
		const cursor = JSON.parse(
			Buffer.from(text, "base64url").toString(),
		) as Cursor;
		if (
			/^\d{1,18}$/.test(cursor.a) &&
			/^\d{1,18}$/.test(cursor.i) &&
			(cursor.v === undefined ||
				cursor.v === null ||
				typeof cursor.v === "string")
		)
			return cursor;
	} catch {
		// Falls through to the one answer for every cursor that is not ours.
	}
	throw malformedCursor();
}

function malformedCursor() {
	return invalid(
		"cursor",
		"cursor",
		"cursor must be the `next` of an earlier page of this list, with the same sort",
	);
}
