import Type, { type Static } from "typebox";
import { raw, sql } from "../../db/index.ts";
import { utcText } from "../../kernel/audit/stored-event.ts";
import {
	Id,
	nullable,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";

const Checkpoint = object({
	sequence: Type.Integer(),
	hash: Type.String({ description: "SHA-256, hexadecimal" }),
	at: Type.String({
		description: "RFC 3339 in UTC, to the microsecond, as it was signed",
	}),
	key_id: Type.String(),
	signature: Type.String({ description: "Ed25519, base64" }),
});

const Chain = object({
	account_id: Id,
	sequence: Type.Integer({ description: "Events sealed so far" }),
	hash: nullable(
		Type.String({
			description:
				"The end of the chain, SHA-256, hexadecimal; null while empty",
		}),
	),
	sealed_at: nullable(Timestamp),
	checkpoint: nullable(Checkpoint),
});
type Chain = Static<typeof Chain>;

export const getAuditChain = operation({
	id: "audit.head",
	module: "audit",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/audit-chain",
	summary: "Read the end of the audit chain and its last signature.",
	description:
		"Whoever keeps these elsewhere can later prove that no event before them was changed or removed.",
	input: object({}),
	output: Chain,
	example: {
		input: {},
		output: {
			account_id: "1000007",
			sequence: 12,
			hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
			sealed_at: "2026-01-05T09:00:01.000Z",
			checkpoint: null,
		},
	},
	async handler(ctx) {
		const { id } = ctx.account;
		const [chain] = await ctx.db.query<Omit<Chain, "account_id">>(sql`
			select h.sequence::int as sequence, encode(h.hash, 'hex') as hash, h.sealed_at, c.checkpoint
			from audit_heads h left join lateral (
				select json_build_object('sequence', k.sequence, 'hash', encode(k.hash, 'hex'), 'at', ${raw(utcText("k.at"))}, 'key_id', k.key_id,
					'signature', translate(encode(k.signature, 'base64'), e'\n', '')) as checkpoint
				from audit_checkpoints k where k.account_id = h.account_id order by k.sequence desc limit 1) c on true
			where h.account_id = ${id}`);
		return chain
			? { account_id: id, ...chain }
			: {
					account_id: id,
					sequence: 0,
					hash: null,
					sealed_at: null,
					checkpoint: null,
				};
	},
});
