import { useState } from "react";
import { formatNumber } from "../../format/numbers.ts";
import { Button } from "../../kit/button.tsx";

/** Characters of a value that are shown at once: a page of JSON stays readable, a megabyte does not freeze it. */
const SHOWN_MAX = 800;

/** One side of a changed field; a long one is cut, and whole when asked. */
export function ChangedValue({
	value,
	name,
}: {
	value: string | undefined;
	name: string;
}) {
	const [isWhole, setWhole] = useState(false);
	if (value === undefined) return "–";
	if (value === "") return "“”";
	if (value.length <= SHOWN_MAX) return value;
	return (
		<>
			{isWhole ? value : `${value.slice(0, SHOWN_MAX)}…`}
			<br />
			<Button
				variant="quiet"
				onClick={() => setWhole(!isWhole)}
				aria-label={`${isWhole ? "Show less" : "Show all"} of ${name}`}
			>
				{isWhole
					? "Show less"
					: `Show all ${formatNumber(value.length)} characters`}
			</Button>
		</>
	);
}
