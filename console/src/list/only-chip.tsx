import X from "lucide-react/icons/x";
import { attentionListed } from "../format/attention-words.ts";
import classes from "./list-filter.module.css";
import type { OnlySearch } from "./only-search.ts";

/** Says what a link has narrowed the list to, and lifts it. */
export function OnlyChip({
	only,
	onLift,
}: {
	only: OnlySearch;
	onLift: () => void;
}) {
	const words = wordsOf(only);
	return (
		<button
			type="button"
			className={classes.trigger}
			data-active
			onClick={onLift}
			aria-label={`Only ${words}: show all`}
		>
			<span className={classes.name}>Only</span>
			<span className={classes.value}>{words}</span>
			<X aria-hidden="true" />
		</button>
	);
}

/** Of a link without words, the fields themselves. */
function wordsOf({ fields, because }: OnlySearch): string {
	if (because !== "") return attentionListed(because) ?? because;
	return Object.entries(fields)
		.map(([name, value]) => `${name.replaceAll("_", " ")} ${value}`)
		.join(", ");
}
