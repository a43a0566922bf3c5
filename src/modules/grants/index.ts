import type { AnyOperation } from "../../kernel/index.ts";
import { createGrant } from "./create-grant.ts";
import { deleteGrant } from "./delete-grant.ts";
import { getGrant } from "./get-grant.ts";
import { listGrants } from "./list-grants.ts";
import { listReach } from "./list-reach.ts";
import { updateGrant } from "./update-grant.ts";

export const grantOperations: readonly AnyOperation[] = [
	listGrants,
	listReach,
	getGrant,
	createGrant,
	updateGrant,
	deleteGrant,
];

export { GrantedRole, TenantGrant } from "./grant.ts";
export { setGrants } from "./grant-store.ts";
export { isWithinNarrowing, withinNarrowing } from "./narrowing.ts";
export { replaceGrants } from "./replace-grants.ts";
