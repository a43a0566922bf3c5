/** How long a key lives, as a form holds it. */
export interface ExpiryDraft {
	choice: "never" | "30" | "90" | "365" | "date";
	/** RFC 3339, with `date`. */
	date: string | null;
}

const DAY_MS = 86_400_000;

export const never: ExpiryDraft = { choice: "never", date: null };
export const inNinetyDays: ExpiryDraft = { choice: "90", date: null };

/** The form's beginning for a key that is there. */
export function draftOfExpiry(expiresAt: string | null): ExpiryDraft {
	return expiresAt === null ? never : { choice: "date", date: expiresAt };
}

/** The last moment of the key, from now on; null for none. */
export function expiryOf({ choice, date }: ExpiryDraft): string | null {
	if (choice === "never") return null;
	if (choice === "date") return date;
	return new Date(Date.now() + Number(choice) * DAY_MS).toISOString();
}

/** The same as the server takes it: days are counted there, so that a second try of one request says the same. */
export function expiryInput(
	draft: ExpiryDraft,
): { expires_at: string | null } | { expires_in_days: number } {
	const { choice, date } = draft;
	if (choice === "never") return { expires_at: null };
	if (choice === "date") return { expires_at: date };
	return { expires_in_days: Number(choice) };
}

/** Says what is plainly missing. */
export function faultOfExpiry(draft: ExpiryDraft): string | undefined {
	if (draft.choice !== "date") return undefined;
	if (draft.date === null) return "Choose the day, or another answer.";
	return new Date(draft.date).getTime() > Date.now()
		? undefined
		: "Choose a time to come.";
}
