import type { AnyOperation } from "../../kernel/index.ts";
import { createPolicy } from "./create-policy.ts";
import { deletePolicy } from "./delete-policy.ts";
import { getPolicy } from "./get-policy.ts";
import { listPolicies } from "./list-policies.ts";
import { updatePolicy } from "./update-policy.ts";

export const policyOperations: readonly AnyOperation[] = [
	listPolicies,
	getPolicy,
	createPolicy,
	updatePolicy,
	deletePolicy,
];

export { insertDefaultPolicies } from "./default-policies.ts";
export type { RuleInput } from "./policy-rule.ts";
