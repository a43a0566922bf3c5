import type { Permission, Role } from "../../../../generated/client.ts";

export type RoleRow = Role["data"][number];
export type Operation = Permission["data"][number];
export type Right = RoleRow["rights"][number]["right"];

/** What a role may do in a module. */
export function rightIn(role: RoleRow, module: string): Right {
	return role.rights.find((one) => one.module === module)?.right ?? "none";
}

/** Whether a role may call an operation, by the table and its exceptions. */
export function mayCall(role: RoleRow, operation: Operation): boolean {
	if (!operation.by_role) return true;
	if (role.withheld.includes(operation.id)) return false;
	if (role.extra.includes(operation.id)) return true;
	const right = rightIn(role, operation.module);
	return right === "write" || right === operation.access;
}

/** The operations of a module that a role lacks although it has the module. */
export function withheldIn(
	role: RoleRow,
	operations: readonly Operation[],
): Operation[] {
	return operations.filter(({ id }) => role.withheld.includes(id));
}
