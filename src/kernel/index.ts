/** What modules may see of the kernel. The gate itself is for surfaces. */
export {
	type Access,
	actorOf,
	type Caller,
	type CredentialKind,
	isSuperAdministrator,
} from "./caller.ts";
export type { Account, Change, Context } from "./context.ts";
export { requireFreeName, requireReferred } from "./entity-rules.ts";
export { EntityStore } from "./entity-store.ts";
export * from "./errors.ts";
export { contains, when } from "./filter.ts";
export { equals, type ListPlan, listPage } from "./list.ts";
export { type ModuleName, moduleNames, moduleTitles } from "./modules.ts";
export {
	type AnyOperation,
	isGrantable,
	type Operation,
	operation,
	perMinuteOf,
} from "./operation.ts";
export { isAdministratorHere, standsAbove } from "./rank.ts";
export {
	higherRole,
	type Right,
	type RoleName,
	roleAllows,
	roleNames,
	roles,
} from "./roles.ts";
export * from "./schemas.ts";
export { requireTimezone } from "./timezone.ts";
export { checkVersion } from "./version.ts";
