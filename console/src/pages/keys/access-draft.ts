import type { Key } from "../../../../generated/client.ts";

export type Access = Key["access"];
export type Level = "none" | "read" | "write";

/** What a form holds of a key's access: all three ways at once, so that looking at another loses nothing. */
export interface AccessDraft {
	type: Access["type"];
	modules: Record<string, Level>;
	operations: readonly string[];
}

export const everything: AccessDraft = {
	type: "all",
	modules: {},
	operations: [],
};

/** The form's beginning for a key that is there. */
export function draftOfAccess(access: Access): AccessDraft {
	return {
		type: access.type,
		modules: access.modules ?? {},
		operations: access.operations ?? [],
	};
}

/** The access as the server takes it: the chosen way alone. */
export function accessOf({ type, modules, operations }: AccessDraft): Access {
	if (type === "modules") return { type, modules: withoutNone(modules) };
	if (type === "operations") return { type, operations: [...operations] };
	return { type };
}

function withoutNone(modules: Record<string, Level>): Record<string, Level> {
	return Object.fromEntries(
		Object.entries(modules).filter(([, level]) => level !== "none"),
	);
}

/** Says what is plainly missing. */
export function faultOfAccess(draft: AccessDraft): string | undefined {
	const { type, modules, operations } = accessOf(draft);
	if (type === "modules" && Object.keys(modules ?? {}).length === 0)
		return "Give at least one module, or the key opens nothing.";
	if (type === "operations" && operations?.length === 0)
		return "Choose at least one operation, or the key opens nothing.";
	return undefined;
}
