import type { AnyOperation } from "../../kernel/index.ts";
import { getLimits } from "./get-limits.ts";
import { getWhoami } from "./get-whoami.ts";
import { listPermissions } from "./list-permissions.ts";
import { listRoles } from "./list-roles.ts";

/** What callers may ask about themselves and about the rules that bind them. */
export const rightsOperations: readonly AnyOperation[] = [
	getWhoami,
	listPermissions,
	listRoles,
	getLimits,
];

export { Budget, budgetExample } from "./budget.ts";
