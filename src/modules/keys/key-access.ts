import { sql } from "../../db/index.ts";
import { accessAllows } from "../../kernel/credentials/access.ts";
import {
	type Access,
	type AnyOperation,
	type Context,
	forbidden,
	invalid,
	isGrantable,
	type ModuleName,
	moduleNames,
	type Right,
	type RoleName,
	roleAllows,
	roles,
} from "../../kernel/index.ts";
import type { KeyAccess } from "./key.ts";

/** Reads what a key is to open. @throws invalid naming the module or operation that does not exist */
export function readAccess(ctx: Context, wanted: KeyAccess): Access {
	const { type, modules, operations } = wanted;
	refuseOtherFields(wanted);
	if (type === "modules") return { type, modules: readModules(modules) };
	if (type === "operations")
		return { type, operations: readOperations(ctx, operations) };
	return { type };
}

function refuseOtherFields(wanted: KeyAccess): void {
	for (const field of ["modules", "operations"] as const) {
		if (wanted[field] !== undefined && wanted.type !== field)
			throw invalid(
				`access/${field}`,
				"access_type",
				`access/${field} goes with type ${field} only`,
			);
	}
}

function readModules(
	modules: KeyAccess["modules"],
): Record<string, Right | "none"> {
	if (!modules)
		throw invalid(
			"access/modules",
			"required",
			"access/modules is required with type modules",
		);
	for (const name of Object.keys(modules)) {
		if (!moduleNames.includes(name as ModuleName))
			throw invalid(
				`access/modules/${name}`,
				"module",
				`access/modules/${name} is not a module`,
			);
	}
	return { ...modules };
}

function readOperations(
	{ resources }: Context,
	operations: readonly string[] | undefined,
): string[] {
	if (!operations)
		throw invalid(
			"access/operations",
			"required",
			"access/operations is required with type operations",
		);
	operations.forEach((id, at) => {
		const found = resources.registry.find(id);
		if (!found || !isGrantable(found))
			throw invalid(
				`access/operations/${at}`,
				"operation",
				`access/operations/${at} is not an operation that a key can open`,
			);
	});
	return [...new Set(operations)];
}

/**
 * Refuses access that its user could never have: an operation or a module named outright beyond all of the user's
 * roles. `all` and what a role withholds need no refusal: the role cuts them whenever the key is used.
 * @throws forbidden (`access_above_own`) naming the first such operation
 */
export function assertWithinRoles(
	ctx: Context,
	access: Access,
	userRoles: readonly RoleName[],
): void {
	if (access.type === "all") return;
	const excess = ctx.resources.registry
		.all()
		.filter((operation) => accessAllows(access, operation))
		.find((operation) => !covered(operation, access.type, userRoles));
	if (excess) throw aboveOwn(excess);
}

function covered(
	operation: AnyOperation,
	type: "modules" | "operations",
	userRoles: readonly RoleName[],
): boolean {
	if (operation.scope === "caller") return true;
	return userRoles.some(
		(role) =>
			roleAllows(role, operation) ||
			(type === "modules" && hasModule(role, operation)),
	);
}

function hasModule(
	role: RoleName,
	{ module, access }: { module: ModuleName; access: Right },
): boolean {
	const rights: Partial<Record<ModuleName, Right>> | Right = roles[role].rights;
	const right = typeof rights === "string" ? rights : rights[module];
	return right === "write" || right === access;
}

/**
 * Refuses access beyond that of the credential that gives it: a narrowed key must not make, or renew, a wider one.
 * @throws forbidden (`access_above_own`) naming the first operation that the caller's credential does not open
 */
export function assertWithinCredential(
	ctx: Context,
	access: Access,
	userRoles: readonly RoleName[],
): void {
	const own = ctx.caller.credential.access;
	if (own.type === "all") return;
	const excess = ctx.resources.registry
		.all()
		.find(
			(operation) =>
				isGrantable(operation) &&
				operation.scope !== "caller" &&
				accessAllows(access, operation) &&
				userRoles.some((role) => roleAllows(role, operation)) &&
				!accessAllows(own, operation),
		);
	if (excess) throw aboveOwn(excess);
}

function aboveOwn(operation: AnyOperation) {
	return forbidden(
		"access_above_own",
		`The key would open ${operation.id}, which you may not give.`,
		{ operation: operation.id },
	);
}

/** All roles a user has: at home, and wherever a permission group takes them. */
export async function rolesOf(
	ctx: Context,
	user: { id: string; role: RoleName },
): Promise<RoleName[]> {
	const granted = await ctx.db.query<{ role: RoleName }>(sql`
		select distinct g.role from grants g join group_users m on m.account_id = g.account_id and m.group_id = g.group_id
		where g.account_id = ${ctx.account.id} and m.user_id = ${user.id}`);
	return [user.role, ...granted.map(({ role }) => role)];
}
