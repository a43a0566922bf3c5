import type { AnyOperation } from "../../kernel/index.ts";

export const keyOperations: readonly AnyOperation[] = [];

export {
	type IssuedCredential,
	issueCredential,
	type NewCredential,
} from "./issue-credential.ts";
