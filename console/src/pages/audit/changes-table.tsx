import { useMemo, useState } from "react";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import classes from "./audit.module.css";
import { type ChangedField, changedFields } from "./changed-fields.ts";
import { ChangedValue } from "./changed-value.tsx";

/** Fields that are shown at once. */
const ROWS_MAX = 100;

/** What a write changed: each field before and after. What stayed is shown when asked. */
export function ChangesTable({
	before,
	after,
}: {
	before: unknown;
	after: unknown;
}) {
	const [isWhole, setWhole] = useState(false);
	const [isLong, setLong] = useState(false);
	const fields = useMemo(() => changedFields(before, after), [before, after]);
	const changed = fields.filter(({ isChanged }) => isChanged);
	const stayed = fields.length - changed.length;
	const shown = isWhole ? fields.length : changed.length;
	if (fields.length === 0) return <p>No state was kept for this event.</p>;
	return (
		<div className={classes.stack}>
			{changed.length === 0 && !isWhole ? <p>No field changed.</p> : null}
			{isWhole || changed.length > 0 ? (
				<Rows
					fields={(isWhole ? fields : changed).slice(
						0,
						isLong ? undefined : ROWS_MAX,
					)}
				/>
			) : null}
			{shown > ROWS_MAX && !isLong ? (
				<div>
					<Button variant="quiet" onClick={() => setLong(true)}>
						Show all {countOf(shown, "field")}
					</Button>
				</div>
			) : null}
			{stayed > 0 ? (
				<div>
					<Button variant="quiet" onClick={() => setWhole(!isWhole)}>
						{isWhole
							? "Show changes only"
							: `Show ${countOf(stayed, "field")} that stayed`}
					</Button>
				</div>
			) : null}
		</div>
	);
}

function Rows({ fields }: { fields: readonly ChangedField[] }) {
	return (
		<section
			className={classes.scroll}
			aria-label="Before and after"
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
			tabIndex={0}
		>
			<table className={classes.changes}>
				<thead>
					<tr>
						<th scope="col">Field</th>
						<th scope="col">Before</th>
						<th scope="col">After</th>
					</tr>
				</thead>
				<tbody>
					{fields.map(({ name, before, after, isChanged }) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							<td
								className={
									isChanged && before !== undefined
										? classes.removed
										: undefined
								}
							>
								<ChangedValue value={before} name={`${name} before`} />
							</td>
							<td
								className={
									isChanged && after !== undefined ? classes.added : undefined
								}
							>
								<ChangedValue value={after} name={`${name} after`} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
