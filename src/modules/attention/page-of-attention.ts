import { type Context, invalid } from "../../kernel/index.ts";
import {
	type AttentionItem,
	attentionKinds,
	type Severity,
} from "./attention-item.ts";
import type { AttentionRule, Found } from "./attention-rule.ts";
import { auditRules } from "./audit-rules.ts";
import { deviceRules, endpointRules } from "./device-rules.ts";
import { keyRules } from "./key-rules.ts";
import { limitRules } from "./limit-rules.ts";
import { peopleRules } from "./people-rules.ts";
import { setupKeyRules } from "./setup-key-rules.ts";
import { tenantRules } from "./tenant-rules.ts";

const place = ({ kind }: AttentionRule) => attentionKinds.indexOf(kind);

/** In the order of the list. */
const rules: readonly AttentionRule[] = [
	...deviceRules,
	...endpointRules,
	...keyRules,
	...limitRules,
	...peopleRules,
	...setupKeyRules,
	...tenantRules,
	...auditRules,
].sort((a, b) => place(a) - place(b));

/** The kind and account that a page ended with. */
interface Cursor {
	kind: AttentionRule["kind"];
	after: string;
}

export interface Wanted {
	limit: number;
	cursor?: string | undefined;
	kinds?: readonly string[] | undefined;
	severity?: Severity | undefined;
}

/** Kinds looked for side by side: on a quiet day there is little of any. */
const AT_ONCE = 4;

/**
 * Goes through the kinds, the worst first, until the page is full: what nobody sees yet is not looked for. One item
 * more than the page holds says whether there is another page.
 */
export async function pageOfAttention(
	ctx: Context,
	{ limit, cursor, kinds, severity }: Wanted,
): Promise<{ data: AttentionItem[]; next: string | null; has_more: boolean }> {
	const from = cursor === undefined ? undefined : readCursor(cursor);
	const listed = accountsByOperation(ctx);
	const asked = rules.filter(
		(rule) =>
			(!kinds || kinds.includes(rule.kind)) &&
			(!severity || rule.severity === severity) &&
			(!from || place(rule) >= attentionKinds.indexOf(from.kind)) &&
			listed(rule.operation) !== NONE,
	);
	const items: AttentionItem[] = [];
	while (asked.length > 0 && items.length <= limit) {
		const accountsMax = limit + 1 - items.length;
		const found = await Promise.all(
			asked.splice(0, AT_ONCE).map(async (rule) => {
				const after = from?.kind === rule.kind ? from.after : "0";
				const accounts = listed(rule.operation);
				const some = await rule.find(ctx, { accounts, after, accountsMax });
				return some.map((one) => toItem(rule, one, ctx.now));
			}),
		);
		items.push(...found.flat());
	}
	const data = items.slice(0, limit);
	const last = items.length > limit ? data.at(-1) : undefined;
	return { data, next: last ? writeCursor(last) : null, has_more: !!last };
}

const NONE = "{}";

/** Where the caller may list what an operation lists; worked out once a page. */
function accountsByOperation(ctx: Context): (operation: string) => string {
	const known = new Map<string, string>();
	return (operation) => {
		let accounts = known.get(operation);
		if (accounts === undefined) {
			accounts = `{${ctx.accountsWhere(operation).join(",")}}`;
			known.set(operation, accounts);
		}
		return accounts;
	};
}

function toItem(
	{ kind, severity, operation, filter }: AttentionRule,
	{ account_id, account_name, count, since, examples }: Found,
	now: Date,
): AttentionItem {
	return {
		kind,
		severity,
		account: { id: account_id, name: account_name },
		count,
		examples,
		since: since === null ? null : new Date(since).toISOString(),
		list: { operation, filter: filter(now) },
	};
}

function writeCursor({ kind, account }: AttentionItem): string {
	return Buffer.from(`${kind} ${account.id}`).toString("base64url");
}

/** @throws invalid for whatever no page answered */
function readCursor(text: string): Cursor {
	const [kind, after = "", ...more] = Buffer.from(text, "base64url")
		.toString()
		.split(" ");
	const known = attentionKinds.find((one) => one === kind);
	if (known && /^\d{1,18}$/.test(after) && more.length === 0)
		return { kind: known, after };
	throw invalid(
		"cursor",
		"cursor",
		"cursor must be the `next` of an earlier page of this list",
	);
}
