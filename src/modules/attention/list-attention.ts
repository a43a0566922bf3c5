import Type from "typebox";
import { object, oneOf, operation, pageOf } from "../../kernel/index.ts";
import {
	AttentionItem,
	attentionExample,
	attentionKinds,
	severities,
} from "./attention-item.ts";
import { pageOfAttention } from "./page-of-attention.ts";

const LIMIT_DEFAULT = 50;
const LIMIT_MAX = 200;

export const listAttention = operation({
	id: "attention.list",
	module: "accounts",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/attention",
	summary: "List what needs attention now, the worst first.",
	description:
		"One item an account and kind, with how many things it is about and where they are listed. It tells only of what the caller may list in that account. Keys and setup keys are told of 14 days before they expire and for 30 days after; keys as unused after 90 days.",
	input: object({
		limit: Type.Optional(
			Type.Integer({
				minimum: 1,
				maximum: LIMIT_MAX,
				default: LIMIT_DEFAULT,
				description: "Items a page",
			}),
		),
		cursor: Type.Optional(
			Type.String({
				maxLength: 100,
				description: "The `next` of the page before",
			}),
		),
		severity: Type.Optional(oneOf(severities)),
		kind: Type.Optional(
			Type.Array(oneOf(attentionKinds), {
				maxItems: attentionKinds.length,
				description: "Any of these; repeat the field for several",
			}),
		),
	}),
	output: pageOf(AttentionItem),
	example: {
		input: { severity: "critical" },
		output: { data: [attentionExample], next: null, has_more: false },
	},
	handler: (ctx, { limit = LIMIT_DEFAULT, cursor, severity, kind }) =>
		pageOfAttention(ctx, { limit, cursor, severity, kinds: kind }),
});
