import type { AnyOperation } from "../../kernel/index.ts";
import { accountOverview } from "./account-overview.ts";
import { accountTotals } from "./account-totals.ts";
import { listAttention } from "./list-attention.ts";

/** What a provider's day begins with. */
export const attentionOperations: readonly AnyOperation[] = [
	listAttention,
	accountOverview,
	accountTotals,
];

export { attentionKinds } from "./attention-item.ts";
