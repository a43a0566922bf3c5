import type { AnyOperation } from "../../kernel/index.ts";

export const userOperations: readonly AnyOperation[] = [];

export { insertUser, type NewUser } from "./insert-user.ts";
export { assertPassword, generatePassword, hashPassword } from "./password.ts";
