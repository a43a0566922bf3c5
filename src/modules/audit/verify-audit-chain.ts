import Type from "typebox";
import { verifySpan } from "../../kernel/audit/verify-span.ts";
import {
	Id,
	nullable,
	object,
	oneOf,
	operation,
	Timestamp,
} from "../../kernel/index.ts";

const EVENTS_MAX = 10_000;
/** Ten million events an hour, and no more: hashing is work. */
const CALLS_A_MINUTE = 60;

const Fault = object({
	what: oneOf([
		"changed",
		"missing",
		"order",
		"inserted",
		"foreign",
		"cut",
		"checkpoint",
		"malformed",
	]),
	sequence: nullable(
		Type.Integer({ description: "The place in the chain, where it has one" }),
	),
	event_id: nullable(Id),
	message: Type.String(),
});

export const verifyAuditChain = operation({
	id: "audit.verify",
	module: "audit",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/audit-chain/verify",
	summary: "Check a part of the account's audit chain.",
	description:
		"Computes the hashes again, looks for places and events that are missing or were put in between, and checks the signatures. Go on from `to` + 1 until `complete`. It trusts the keys that the database knows: `own_key` says that a signature is by the key that this server holds, and an export checked elsewhere with keys kept elsewhere proves more.",
	input: object({
		from: Type.Optional(
			Type.Integer({
				minimum: 1,
				description: "The first place to check; 1 unless said",
			}),
		),
		limit: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: EVENTS_MAX,
				default: EVENTS_MAX,
				description: "Places to check at most",
			}),
		),
	}),
	output: object({
		account_id: Id,
		from: Type.Integer(),
		to: Type.Integer({ description: "The last place that was checked" }),
		head: Type.Integer({ description: "The last place there is" }),
		complete: Type.Boolean({ description: "Whether the end was reached" }),
		ok: Type.Boolean({ description: "Whether nothing was found wrong" }),
		fault: nullable(Fault),
		faults: Type.Integer({
			description: "How many were found in this part; at most 100 are counted",
		}),
		checkpoint: nullable(
			object({
				sequence: Type.Integer(),
				at: Type.String({ description: "As it was signed" }),
				key_id: Type.String(),
				own_key: Type.Boolean(),
			}),
		),
		unsealed: Type.Integer({
			description: "Events too young to have a place yet",
		}),
		checked_at: Timestamp,
	}),
	perMinute: CALLS_A_MINUTE,
	example: {
		input: { from: 1 },
		output: {
			account_id: "1000007",
			from: 1,
			to: 12,
			head: 12,
			complete: true,
			ok: true,
			fault: null,
			faults: 0,
			checkpoint: {
				sequence: 12,
				at: "2026-01-05T09:00:01.000000Z",
				key_id: "9f86d081884c7d65",
				own_key: true,
			},
			unsealed: 0,
			checked_at: "2026-01-05T09:05:00.000Z",
		},
	},
	async handler(ctx, { from = 1, limit = EVENTS_MAX }) {
		const { id } = ctx.account;
		const ownKey = ctx.resources.auditKey;
		const { now: at } = ctx;
		const options = { from, eventsMax: limit, at, ownKey };
		const { report, checkpoint, ...span } = await verifySpan(
			ctx.db,
			id,
			options,
		);
		const [fault] = report.faults;
		return {
			account_id: id,
			from,
			to: span.to,
			head: span.chainEnd,
			complete: span.complete,
			ok: report.sound,
			fault: fault ? { what: fault.rule, ...fault } : null,
			faults: report.faults.length,
			checkpoint: checkpoint
				? { ...checkpoint, own_key: checkpoint.key_id === ownKey.id }
				: null,
			unsealed: report.unsealed,
			checked_at: at.toISOString(),
		};
	},
});
