import type { AnyOperation } from "../../kernel/index.ts";
import { listAttention } from "./list-attention.ts";

/** What a provider's day begins with. */
export const attentionOperations: readonly AnyOperation[] = [listAttention];

export { attentionKinds } from "./attention-item.ts";
