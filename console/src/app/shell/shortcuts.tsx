import { Dialog } from "../../kit/dialog.tsx";
import { closeOverlay } from "./palette-state.ts";
import classes from "./shortcuts.module.css";

const shortcuts: { keys: string[]; what: string }[] = [
	{
		keys: ["Ctrl K", "⌘ K"],
		what: "Go to a page, an account or a thing by its name",
	},
	{ keys: ["/"], what: "Search on this page" },
	{ keys: ["j", "↓"], what: "Next row of a list" },
	{ keys: ["k", "↑"], what: "Row before" },
	{ keys: ["Enter"], what: "Open the row" },
	{ keys: ["x"], what: "Choose the row" },
	{ keys: ["Shift x"], what: "Choose all rows from the last one chosen" },
	{ keys: ["Escape"], what: "Close what is open, or choose no row" },
	{ keys: ["?"], what: "This list" },
];

/** What can be done by keyboard on every page. */
export function Shortcuts() {
	return (
		<Dialog open onClose={closeOverlay} title="Keyboard shortcuts" size="small">
			<dl className={classes.list}>
				{shortcuts.map(({ keys, what }) => (
					<div key={what} className={classes.line}>
						<dt>{what}</dt>
						<dd className={classes.keys}>
							{keys.map((key) => (
								<kbd key={key} className={classes.key}>
									{key}
								</kbd>
							))}
						</dd>
					</div>
				))}
			</dl>
		</Dialog>
	);
}
