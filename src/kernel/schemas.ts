import Type, {
	type Static,
	type TObject,
	type TProperties,
	type TSchema,
} from "typebox";

/** The id of anything: a number of the one sequence, shown as a string. */
export const Id = Type.String({
	pattern: "^[1-9][0-9]{0,17}$",
	description: "The number of an object, as a string",
});

export const Timestamp = Type.String({
	format: "date-time",
	description: "RFC 3339, UTC",
});

/** `T` or null. */
export function nullable<T extends TSchema>(schema: T) {
	return Type.Union([schema, Type.Null()]);
}

/** An object that refuses fields it does not declare. */
export function object<P extends TProperties>(
	properties: P,
	options: Record<string, unknown> = {},
): TObject<P> {
	return Type.Object(properties, { additionalProperties: false, ...options });
}

/** One of several literal strings. */
export function oneOf<const V extends readonly string[]>(
	values: V,
	options: Record<string, unknown> = {},
) {
	return Type.Unsafe<V[number]>({
		type: "string",
		enum: [...values],
		...options,
	});
}

/** Query fields that every list takes. */
export const pageInput = {
	limit: Type.Optional(
		Type.Integer({
			minimum: 1,
			maximum: 1000,
			default: 200,
			description: "Rows a page",
		}),
	),
	cursor: Type.Optional(
		Type.String({
			maxLength: 500,
			description: "The `next` of the page before",
		}),
	),
	offset: Type.Optional(
		Type.Integer({
			minimum: 0,
			maximum: 10_000_000,
			description: "Rows to skip; a cursor is cheaper on long lists",
		}),
	),
	count: Type.Optional(
		Type.Boolean({ description: "Also answer `total`, the rows that match" }),
	),
	sort: Type.Optional(
		Type.String({
			maxLength: 60,
			description: "A sortable field; a leading minus sorts downwards",
		}),
	),
	search: Type.Optional(
		Type.String({
			maxLength: 200,
			description: "Keeps rows whose text fields contain this, any case",
		}),
	),
};

/** A page of rows. */
export function pageOf<T extends TSchema>(row: T) {
	return object({
		data: Type.Array(row),
		next: nullable(
			Type.String({
				description: "The cursor of the page after; null on the last",
			}),
		),
		has_more: Type.Boolean(),
		total: Type.Optional(
			Type.Integer({
				description: "Rows that match, when `count` was asked for",
			}),
		),
	});
}

export type PageInput = Static<TObject<typeof pageInput>>;

export interface Page<T> {
	data: T[];
	next: string | null;
	has_more: boolean;
	total?: number;
}
