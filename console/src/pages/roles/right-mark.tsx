import Eye from "lucide-react/icons/eye";
import Minus from "lucide-react/icons/minus";
import Pencil from "lucide-react/icons/pencil";
import type { Right } from "./role-right.ts";
import classes from "./roles.module.css";

const marks = {
	write: { Icon: Pencil, words: "Reads and changes" },
	read: { Icon: Eye, words: "Reads" },
	none: { Icon: Minus, words: "Neither" },
} as const;

/** Writes, reads, or neither: a shape each, told apart without colour. */
export function RightMark({
	right,
	isCut = false,
}: {
	right: Right;
	/** Single operations are kept from it. */
	isCut?: boolean;
}) {
	const { Icon, words } = marks[right];
	return (
		<span className={classes.mark} data-right={right}>
			<Icon role="img" aria-label={words} />
			{isCut ? (
				<span className={classes.cut} title="Not all of it: open the row">
					not all
				</span>
			) : null}
		</span>
	);
}
