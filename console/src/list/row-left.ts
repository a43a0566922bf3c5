/** The rows from which lists were left, by the entry of the browser's history that each list is in. */
const left = new Map<string, number>();
const KEPT_MAX = 100;

/** Notes the row of a link that is followed, so that whoever comes back goes on from there by keyboard. */
export function leaveRow(link: HTMLElement): void {
	const { index } = link.closest<HTMLElement>("tr[data-index]")?.dataset ?? {};
	if (index === undefined) return;
	if (left.size >= KEPT_MAX) left.clear();
	left.set(entry(), Number(index));
}

/** The row from which the list was left that the browser has gone back to; the first of a list that is opened anew. */
export function rowLeft(): number {
	return left.get(entry()) ?? 0;
}

/** The router names each entry; going back brings the name back. */
function entry(): string {
	return (history.state as { __TSR_key?: string } | null)?.__TSR_key ?? "";
}
