import { memo } from "react";
import type { CatalogueEntry, CatalogueModule } from "./catalogue.ts";
import classes from "./operation-picker.module.css";
import { RightMark } from "./right-mark.tsx";

interface OperationGroupProps {
	module: CatalogueModule;
	chosen: ReadonlySet<string>;
	setMany: (ids: readonly string[], isWanted: boolean) => void;
	/** The one row that Tab goes to. */
	active: string | undefined;
	onFocusRow: (id: string) => void;
}

/** The operations of one module, with one box for all of them. */
export function OperationGroup(props: OperationGroupProps) {
	const { module, chosen, setMany, active, onFocusRow } = props;
	const ids = module.entries.map(({ id }) => id);
	const count = ids.filter((id) => chosen.has(id)).length;
	const isAll = count === ids.length;
	return (
		<fieldset className={classes.group}>
			<legend className={classes.hidden}>{module.title}</legend>
			<label className={classes.groupHead}>
				<input
					type="checkbox"
					tabIndex={-1}
					checked={isAll}
					ref={(input) => {
						if (input) input.indeterminate = count > 0 && !isAll;
					}}
					onChange={() => setMany(ids, !isAll)}
					aria-label={`All of ${module.title}`}
				/>
				<span className={classes.groupTitle}>{module.title}</span>
				<span className={classes.groupCount}>
					{count} of {ids.length}
				</span>
			</label>
			{module.entries.map((entry) => (
				<OperationRow
					key={entry.id}
					entry={entry}
					isChosen={chosen.has(entry.id)}
					isActive={entry.id === active}
					setMany={setMany}
					onFocusRow={onFocusRow}
				/>
			))}
		</fieldset>
	);
}

/** Drawn again only when something of its own changed: there are some hundred and seventy. */
const OperationRow = memo(function OperationRow({
	entry,
	isChosen,
	isActive,
	setMany,
	onFocusRow,
}: {
	entry: CatalogueEntry;
	isChosen: boolean;
	isActive: boolean;
} & Pick<OperationGroupProps, "setMany" | "onFocusRow">) {
	const { id, summary, access } = entry;
	return (
		<label className={classes.row}>
			<input
				type="checkbox"
				data-roving={id}
				tabIndex={isActive ? 0 : -1}
				checked={isChosen}
				onChange={(event) => setMany([id], event.target.checked)}
				onFocus={() => onFocusRow(id)}
			/>
			<span className={classes.words}>
				<span>{summary}</span>
				<code className={classes.id}>{id}</code>
			</span>
			<RightMark access={access} />
		</label>
	);
});
