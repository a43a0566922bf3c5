import type { AnyOperation } from "../../kernel/index.ts";

export const policyOperations: readonly AnyOperation[] = [];

export { insertDefaultPolicies } from "./default-policies.ts";
