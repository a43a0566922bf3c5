const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cut after so many characters as people count them, never inside one; an ellipsis tells. */
export function truncate(text: string, maxCharacters: number): string {
	if (text.length <= maxCharacters) return text;
	let kept = "";
	let count = 0;
	for (const { segment } of graphemes.segment(text)) {
		if (count === maxCharacters - 1) return `${kept.trimEnd()}…`;
		kept += segment;
		count += 1;
	}
	return text;
}

/** The beginning and the end of an id or a hash, whose middle says little: `8f3a…c21b`. */
export function truncateMiddle(text: string, ends = 6): string {
	return text.length <= 2 * ends + 1
		? text
		: `${text.slice(0, ends)}…${text.slice(-ends)}`;
}

/** Text cut to a number of characters; the whole of it on hover and for screen readers. */
export function Truncated({
	text,
	maxCharacters = 80,
}: {
	text: string;
	maxCharacters?: number;
}) {
	const shown = truncate(text, maxCharacters);
	if (shown === text) return text;
	return <span title={text}>{shown}</span>;
}
