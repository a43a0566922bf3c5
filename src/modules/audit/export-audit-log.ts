import Type from "typebox";
import { beginExport, exportPart } from "../../kernel/audit/export.ts";
import {
	invalid,
	nullable,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { readCursor, writeCursor } from "./export-cursor.ts";

const LINES = 1000;
const LINES_MAX = 2000;
/** As many as of checks of the chain: seven million events an hour, and no more. */
const CALLS_A_MINUTE = 60;

/**
 * The lines travel as texts, and not as objects: a number past the range of a double, which a stored event may hold,
 * and a member of any name come through JSON inside of a string as they were hashed, whatever a client's parser makes
 * of them. A client joins them with newlines and need not look inside.
 */
export const exportAuditLog = operation({
	id: "audit.export",
	module: "audit",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/audit-chain/export",
	summary:
		"Export the account's signed audit log, to be checked away from this server.",
	description:
		"Answers the lines of the file part by part, each as text: written one below the other they are what `reeve audit verify` checks. Go on with `next` as `cursor`, and the same `from` and `to`, until `has_more` is false; a part may have few lines or none and not be the last. The log ends where it ended when the first part was asked for. A part of the log holds some events around the span of time, up to the first signature that covers it.",
	input: object({
		from: Type.Optional(
			Type.Unsafe<string>({
				...Timestamp,
				description:
					"First moment exported; the beginning of the log unless said",
			}),
		),
		to: Type.Optional(
			Type.Unsafe<string>({
				...Timestamp,
				description: "First moment no longer exported; the end unless said",
			}),
		),
		limit: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: LINES_MAX,
				default: LINES,
				description: "Lines a part at most",
			}),
		),
		cursor: Type.Optional(
			Type.String({
				maxLength: 1000,
				description: "The `next` of the part before",
			}),
		),
	}),
	output: object({
		data: Type.Array(
			Type.String({ description: "A line of the file, without its end" }),
		),
		next: nullable(
			Type.String({
				description: "The cursor of the part after; null on the last",
			}),
		),
		has_more: Type.Boolean(),
	}),
	perMinute: CALLS_A_MINUTE,
	example: {
		input: { limit: LINES },
		output: {
			data: [
				'{"account_id":"1000007","exported_at":"2026-01-05T09:05:00.000Z","form":"reeve audit export 1","from":null,"keys":[],"kind":"header","previous":{"hash":"0000000000000000000000000000000000000000000000000000000000000000","sequence":0},"to":null}',
				'{"kind":"end","sealed":0,"unsealed":0}',
			],
			next: null,
			has_more: false,
		},
	},
	async handler(ctx, { from, to, limit = LINES, cursor }) {
		const { id } = ctx.account;
		const bounds = { from: moment("from", from), to: moment("to", to) };
		const state =
			cursor === undefined
				? await beginExport(ctx.db, id, { ...bounds, at: ctx.now })
				: readCursor(cursor, {
						account: id,
						from: bounds.from?.getTime() ?? null,
						to: bounds.to?.getTime() ?? null,
					});
		const { lines, next } = await exportPart(ctx.db, id, state, limit);
		return {
			data: lines,
			next: next && writeCursor(id, next),
			has_more: next !== null,
		};
	},
});

/** @throws invalid for a leap second, which a date-time may be and no moment of the log is */
function moment(field: string, text: string | undefined): Date | undefined {
	if (text === undefined) return undefined;
	const time = new Date(text);
	if (Number.isNaN(time.getTime()))
		throw invalid(
			field,
			"format",
			`${field} must be a moment that clocks show`,
		);
	return time;
}
