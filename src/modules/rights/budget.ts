import Type, { type Static } from "typebox";
import { object } from "../../kernel/index.ts";

/** One bucket of a credential's budget, as it stands. Asking spends nothing but the call itself. */
export const Budget = object({
	name: Type.String(),
	limit: Type.Integer({ description: "Calls at once from rest" }),
	window_seconds: Type.Integer({ description: "In which it fills up again" }),
	remaining: Type.Integer(),
	reset_seconds: Type.Integer({ description: "Until it is full" }),
});

export const budgetExample: Static<typeof Budget> = {
	name: "credential",
	limit: 1200,
	window_seconds: 600,
	remaining: 1199,
	reset_seconds: 1,
};
