import type { LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CallOptions, Page } from "../../../generated/client.ts";
import type { Client } from "../app/client.ts";
import type { Option } from "../kit/option.ts";

/** What every list operation takes. */
export interface ListInput {
	limit?: number;
	cursor?: string;
	count?: boolean;
	sort?: string;
	search?: string;
}

/** What every row has. */
export interface ListRow {
	id: string;
	account_id?: string;
}

/** A list operation of the client: `(client) => client.devices.list`. */
export type ListOf<I extends ListInput, R extends ListRow> = (
	client: Client,
) => (input: I, options?: CallOptions) => Promise<Page<R>>;

export interface Column<R> {
	/** Unique among the columns; what the operation sorts by when `sortable`. */
	id: string;
	header: string;
	cell: (row: R) => ReactNode;
	/** The operation can sort by `id`. */
	sortable?: boolean | undefined;
	/** Pixels it needs at least. */
	width: number;
	/** Its share of what is left over; 1 unless said, 0 to keep its width. */
	grow?: number | undefined;
	align?: "start" | "end" | undefined;
	/** 1 is always there, which is the default; 2 goes below 800 px, 3 below 1100 px. */
	priority?: 1 | 2 | 3 | undefined;
}

interface FilterBase<I> {
	/** The field of the operation's input, and the name in the URL. */
	name: keyof I & string;
	label: string;
}

/** One of a few values. */
export interface SelectFilter<I> extends FilterBase<I> {
	kind: "select";
	options: readonly Option[];
}

/** Any of several values. */
export interface MultiFilter<I> extends FilterBase<I> {
	kind: "multi";
	options: readonly Option[];
}

/** Yes or no, in the words of the field: `yes: "Enabled"`. */
export interface BooleanFilter<I> extends FilterBase<I> {
	kind: "boolean";
	yes: string;
	no: string;
}

/** A stretch of time; `name` takes its begin, `until` its end. */
export interface DatesFilter<I> extends FilterBase<I> {
	kind: "dates";
	until: keyof I & string;
}

/** One of many things, found by the server: a region, a user. */
export interface ReferenceFilter<I> extends FilterBase<I> {
	kind: "reference";
	/** The noun, for the cache. */
	noun: string;
	/** Finds them by a few letters. */
	find: (client: Client, search: string) => Promise<Option[]>;
	/** Names one that the URL speaks of. */
	named: (client: Client, id: string) => Promise<string>;
}

export type Filter<I> =
	| SelectFilter<I>
	| MultiFilter<I>
	| BooleanFilter<I>
	| DatesFilter<I>
	| ReferenceFilter<I>;

export interface BulkAction<R> {
	/** A verb; the bar writes how many: "Delete" becomes "Delete 3". */
	label: string;
	icon?: ReactNode;
	danger?: boolean | undefined;
	/** Called with what is chosen. `clear` chooses nothing again. */
	run: (rows: R[], clear: () => void) => void;
	/** Left out for rows it does not fit. */
	fits?: ((rows: R[]) => boolean) | undefined;
}

/** Where a row leads: `linkOptions({ to: "/a/$account/devices/$id", params: … })`. */
export type RowLink = LinkProps;

export interface EmptyWords {
	/** "No regions yet". */
	title: string;
	/** What it is good for. */
	text?: ReactNode;
	/** The button that makes the first one. */
	action?: ReactNode;
	icon?: ReactNode;
}
