import type { FieldErrors } from "./form-state.ts";

/** What a form's `check` finds where the thing has no name. */
export function needsName({
	name,
}: {
	name: string;
}): FieldErrors<{ name: string }> {
	return name.trim() === "" ? { name: "Give it a name." } : {};
}
