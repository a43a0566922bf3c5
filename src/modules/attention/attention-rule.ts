import type { Sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import type { AttentionKind, Severity } from "./attention-item.ts";

/** The accounts after the one that the page before ended with, in order of their ids. */
export interface Span {
	/** As Postgres writes an array: ten thousand ids are written out once a page, not once a statement. */
	accounts: string;
	/** `0` at the beginning. */
	after: string;
	accountsMax: number;
}

/** What one account has of one kind. */
export interface Found {
	account_id: string;
	account_name: string;
	count: number;
	since: Date | null;
	examples: { id: string; name: string }[];
}

/** How one kind of thing is found, and where all of it is listed. */
export interface AttentionRule {
	kind: AttentionKind;
	severity: Severity;
	/** The operation that lists them: who may not call it in an account is told nothing of them there. */
	operation: string;
	/** What that operation is given; it then lists exactly what is counted here. */
	filter(now: Date): Record<string, unknown>;
	find(ctx: Context, span: Span): Promise<Found[]>;
}

/** A rule over rows of one table. All text here is our own. */
export interface TableRule extends Omit<AttentionRule, "find"> {
	/** Table and joins; the table's alias is `t`, and it has `account_id` and `id`. */
	from: Sql;
	where(ctx: Context): Sql;
	/** Expressions of a row: what people know it by, and since when it is so. */
	name: string;
	since: string;
	/** What is counted; rows unless said. */
	counted?: string;
}
