import Type, { type Static } from "typebox";
import {
	type ExportState,
	exportStages,
} from "../../kernel/audit/export-state.ts";
import {
	Id,
	invalid,
	nullable,
	object,
	oneOf,
	ReeveError,
} from "../../kernel/index.ts";
import { validateInput } from "../../kernel/validate.ts";

const Place = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
/** Milliseconds; what a moment in RFC 3339 can be, its offset included. */
const Moment = Type.Integer({
	minimum: -62_168_000_000_000,
	maximum: 253_403_000_000_000,
});

const Cursor = object({
	account: Id,
	stage: oneOf(exportStages),
	at: Moment,
	from: nullable(Moment),
	to: nullable(Moment),
	chainEnd: Place,
	signed: Place,
	first: nullable(Place),
	last: nullable(Place),
	after: Place,
	looked: nullable(
		object({
			at: Type.String({
				format: "date-time",
				pattern: "^(?!0000)\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{6}Z$",
			}),
			id: Id,
		}),
	),
	sealed: Place,
	unsealed: Place,
} satisfies Record<keyof ExportState | "account", unknown>);

/** Says where an export stands. It holds nothing secret and opens nothing: whose log is read, the gate decides. */
export function writeCursor(account: string, state: ExportState): string {
	const cursor: Static<typeof Cursor> = { account, ...state };
	return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/**
 * Where the part before stopped.
 * @throws invalid for whatever no part of this account's export, with the same bounds, answered
 */
export function readCursor(
	text: string,
	wanted: Pick<ExportState, "from" | "to"> & { account: string },
): ExportState {
	const { account, ...state } = parseCursor(text);
	if (
		account !== wanted.account ||
		state.from !== wanted.from ||
		state.to !== wanted.to
	)
		throw malformedCursor();
	return state;
}

function parseCursor(text: string): Static<typeof Cursor> {
	try {
		const cursor = JSON.parse(Buffer.from(text, "base64url").toString());
		validateInput(Cursor, cursor, false);
		return cursor;
	} catch (error) {
		if (error instanceof SyntaxError || error instanceof ReeveError)
			throw malformedCursor();
		throw error;
	}
}

function malformedCursor(): ReeveError {
	return invalid(
		"cursor",
		"cursor",
		"cursor must be the `next` of an earlier part of this export, with the same account, from and to",
	);
}
