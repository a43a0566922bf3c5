const NAME_MAX = 80;

/** A name that somebody chose, as a mail may show it: one short line, and no address that a reader's program makes a link of. */
export function nameInMail(name: string): string {
	const line = name.replaceAll(/[\p{C}\s]+/gu, " ").replaceAll("://", " ");
	return line.trim().slice(0, NAME_MAX);
}

/** A moment as a mail states it: whoever reads it may be anywhere. */
export function timeInMail(at: Date): string {
	return `${at.toISOString().slice(0, 16).replace("T", ", ")} UTC`;
}
