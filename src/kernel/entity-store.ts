import { type Handle, raw, type Sql, sql } from "../db/index.ts";
import type { Context } from "./context.ts";
import { notFound } from "./errors.ts";
import { type ListPlan, listPage } from "./list.ts";
import type { Page, PageInput } from "./schemas.ts";
import { checkVersion } from "./version.ts";

/** Where a row is locked or removed: a call's context, or a transaction with the account it works in. */
export interface Inside {
	db: Handle;
	account: { id: string };
}

/** How the rows of one table become the objects of one noun. All text here is our own. */
interface Table
	extends Pick<ListPlan, "columns" | "sortable" | "searchable" | "across"> {
	/** The singular that errors use: `network router`. */
	noun: string;
	/** Its alias in `columns`, `joins` and conditions is `t`; it has `account_id`, `id` and `version`. */
	table: string;
	/** Joins that `columns` need. */
	joins?: string;
	/** What a lock reads of the row, `version` among it and alone unless said. */
	locked?: string;
}

/** Makes objects of a whole page of rows at once, so that what they refer to is looked up once. */
type Finish<T, Row> = (rows: Row[], ctx: Context) => T[] | Promise<T[]>;

/** Rows that are not yet what the noun promises must be finished. */
type Finished<T, Row> = [Row] extends [T]
	? { finish?: Finish<T, Row> }
	: { finish: Finish<T, Row> };

/**
 * What every noun that lives in one table by account and id does alike: being found, listed, locked, held and
 * removed. What is particular to a noun, its inserts and changes above all, is written in its own store.
 *
 * `T` is the noun's object, `Locked` what a lock reads, `Row` what the database answers where that is not yet a `T`.
 */
export class EntityStore<
	T extends object,
	Locked extends { version: number } = { version: number },
	Row extends object = T,
> {
	readonly noun: string;
	readonly table: string;
	/** For the noun's own statements that read the same objects. */
	readonly plan: ListPlan;
	private readonly locked: string;
	private readonly finish: Finish<T, Row>;

	constructor(table: Table & Finished<T, Row>) {
		const { noun, joins, locked = "version", finish } = table;
		this.noun = noun;
		this.table = table.table;
		const from = joins ? `${this.table} t ${joins}` : `${this.table} t`;
		this.plan = { ...table, from, prefix: "t." };
		this.locked = locked;
		this.finish = finish ?? ((rows) => rows as object[] as T[]);
	}

	/** One page over the accounts in view; the filters are conditions on `t`. */
	async page(
		ctx: Context,
		input: PageInput,
		filters: readonly (Sql | undefined)[],
	): Promise<Page<T>> {
		const { db, accountIds } = ctx;
		const page = await listPage<Row>(db, accountIds, this.plan, input, filters);
		return { ...page, data: await this.finish(page.data, ctx) };
	}

	/** Those of the account that a condition on `t` holds for; an order or a lock may follow the condition. */
	async select(ctx: Context, condition: Sql): Promise<T[]> {
		const { columns, from } = this.plan;
		const rows = await ctx.db.query<Row>(
			sql`select ${raw(columns)} from ${raw(from)} where t.account_id = ${ctx.account.id} and ${condition}`,
		);
		return this.finish(rows, ctx);
	}

	async find(ctx: Context, id: string): Promise<T | undefined> {
		const [found] = await this.select(ctx, sql`t.id = ${id}`);
		return found;
	}

	/** The same where it must be there. @throws not_found */
	async get(ctx: Context, id: string): Promise<T> {
		const found = await this.find(ctx, id);
		if (!found) throw notFound(this.noun, id);
		return found;
	}

	/** Locks the row, so that two changes of one object come one after the other. */
	async lock({ db, account }: Inside, id: string): Promise<Locked | undefined> {
		const [row] = await db.query<Locked>(
			sql`select ${raw(this.locked)} from ${raw(this.table)} where account_id = ${account.id} and id = ${id} for update`,
		);
		return row;
	}

	/** The lock of a change by a caller, who may insist on a version. @throws not_found, precondition_failed */
	async lockForChange(ctx: Context, id: string): Promise<Locked> {
		const row = await this.lock(ctx, id);
		if (!row) throw notFound(this.noun, id);
		checkVersion(ctx, row);
		return row;
	}

	/** The object as it is before such a change, its row locked. @throws not_found, precondition_failed */
	async getForChange(ctx: Context, id: string): Promise<T> {
		await this.lockForChange(ctx, id);
		return this.get(ctx, id);
	}

	/** Whether it is in the account; if so it stays until the transaction ends. */
	async hold({ db, account }: Inside, id: string): Promise<boolean> {
		const rows = await db.query(
			sql`select 1 as one from ${raw(this.table)} where account_id = ${account.id} and id = ${id} for key share`,
		);
		return rows.length > 0;
	}

	async remove({ db, account }: Inside, id: string): Promise<void> {
		await db.query(
			sql`delete from ${raw(this.table)} where account_id = ${account.id} and id = ${id}`,
		);
	}
}
