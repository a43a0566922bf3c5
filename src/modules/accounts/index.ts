import type { AnyOperation } from "../../kernel/index.ts";

export const accountOperations: readonly AnyOperation[] = [];

export {
	type InsertedAccount,
	insertAccount,
	type NewAccount,
} from "./insert-account.ts";
export {
	type FirstAccount,
	type FirstCredentials,
	isSetUp,
	setUp,
} from "./set-up.ts";
