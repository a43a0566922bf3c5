import type { AnyOperation } from "../../kernel/index.ts";
import { getLimitsHistory } from "./get-limits-history.ts";
import { listLimits } from "./list-limits.ts";

/** What is left of budgets, and what was turned away. One's own are among one's rights. */
export const limitOperations: readonly AnyOperation[] = [
	listLimits,
	getLimitsHistory,
];
