import type { AnyOperation } from "../../kernel/index.ts";
import type { AnyOpenCall } from "../../kernel/open-call.ts";
import { completeReset, readReset } from "./complete-reset.ts";
import { createResetLink } from "./create-reset-link.ts";
import { requestReset } from "./request-reset.ts";

export const passwordResetOperations: readonly AnyOperation[] = [
	createResetLink,
];

export const passwordResetCalls: readonly AnyOpenCall[] = [
	requestReset,
	readReset,
	completeReset,
];

export { type RegainedAccess, regainAccess } from "./regain-access.ts";

export type { ResetLink } from "./reset-store.ts";
