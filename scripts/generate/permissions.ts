import type { LimitSettings } from "../../src/kernel/limit-settings.ts";
import { type ModuleName, moduleTitles } from "../../src/kernel/modules.ts";
import { type AnyOperation, perMinuteOf } from "../../src/kernel/operation.ts";
import { roleAllows, roleNames, roles } from "../../src/kernel/roles.ts";

/** The permission page: what each operation does, its limit, and who may call it. */
export function permissionsText(
	operations: readonly AnyOperation[],
	limits: LimitSettings,
): string {
	const modules = (Object.keys(moduleTitles) as ModuleName[])
		.map((module) => ({
			title: moduleTitles[module],
			module,
			own: operations.filter((operation) => operation.module === module),
		}))
		.filter(({ own }) => own.length > 0);
	return `# Permissions

Made by \`npm run generate\` from the operations themselves: the id of an operation is the permission to call it. A
credential opens what its access says, cut by what the role of its user allows in the account where the call runs. The
limit is in calls a minute for one credential.
${modules.map(({ title, module, own }) => section(title, module, own, limits)).join("")}`;
}

function section(
	title: string,
	module: ModuleName,
	operations: readonly AnyOperation[],
	limits: LimitSettings,
): string {
	const rows = operations.map((operation) => row(operation, limits));
	return `
## ${title}

Module \`${module}\`.

| Operation | What it does | Access | Limit | Who |
|---|---|---|--:|---|
${rows.join("\n")}
`;
}

function row(operation: AnyOperation, limits: LimitSettings): string {
	const limit = perMinuteOf(operation, {
		reads: limits.readsPerMinute,
		writes: limits.writesPerMinute,
	});
	const cells = [
		`\`${operation.id}\``,
		operation.summary,
		operation.access,
		String(limit),
		whoMayCall(operation),
	];
	return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function whoMayCall(operation: AnyOperation): string {
	if (operation.scope === "caller") return "any valid credential";
	if (operation.scope === "session") return "a person who is signed in";
	if (operation.scope === "machine")
		return "a machine whose credential names it";
	const titles = roleNames
		.filter((name) => roleAllows(name, operation))
		.map((name) => roles[name].title);
	const where = operation.scope === "provider" ? " (of a provider)" : "";
	return `${titles.join(", ")}${where}`;
}
