import { useId } from "react";
import { Button } from "../../kit/button.tsx";
import { VisuallyHidden } from "../../kit/visually-hidden.tsx";
import type { Level } from "./access-draft.ts";
import type { CatalogueModule } from "./catalogue.ts";
import classes from "./module-grid.module.css";

export interface ModuleGridProps {
	modules: readonly CatalogueModule[];
	value: Record<string, Level>;
	onChange: (value: Record<string, Level>) => void;
	/** The id of what says what is wrong. */
	faultId?: string | undefined;
}

const columns: readonly { level: Level; title: string; short: string }[] = [
	{ level: "none", title: "No access", short: "None" },
	{ level: "read", title: "Read", short: "Read" },
	{ level: "write", title: "Read and write", short: "Write" },
];

/** A level for each module: none, read, or read and write. Only what may be given can be chosen. */
export function ModuleGrid(props: ModuleGridProps) {
	const { modules, value, onChange } = props;
	const setAll = (level: Level) =>
		onChange(
			Object.fromEntries(
				modules.map(({ name, levels }) => [name, nearest(levels, level)]),
			),
		);
	return (
		<div className={classes.frame}>
			<table className={classes.grid} aria-describedby={props.faultId}>
				<caption className={classes.caption}>
					<VisuallyHidden>Level of each module</VisuallyHidden>
				</caption>
				<thead>
					<tr>
						<th scope="col">Module</th>
						{columns.map(({ level, title, short }) => (
							<th key={level} scope="col" className={classes.level}>
								<span className={classes.long}>{title}</span>
								<span className={classes.short}>{short}</span>
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{modules.map((module) => (
						<ModuleRow
							key={module.name}
							module={module}
							value={value[module.name] ?? "none"}
							onChange={(level) => onChange({ ...value, [module.name]: level })}
						/>
					))}
				</tbody>
			</table>
			<div className={classes.all}>
				<span>Set all:</span>
				{columns.map(({ level, title }) => (
					<Button key={level} variant="quiet" onClick={() => setAll(level)}>
						{title}
					</Button>
				))}
			</div>
		</div>
	);
}

/** The level itself where it may be given, else the next lower one. */
function nearest(levels: readonly Level[], wanted: Level): Level {
	if (levels.includes(wanted)) return wanted;
	return wanted === "write" && levels.includes("read") ? "read" : "none";
}

function ModuleRow({
	module,
	value,
	onChange,
}: {
	module: CatalogueModule;
	value: Level;
	onChange: (level: Level) => void;
}) {
	const group = useId();
	return (
		<tr data-given={value !== "none" || undefined}>
			<th scope="row" className={classes.module}>
				{module.title}
			</th>
			{columns.map(({ level, title }) => (
				<td key={level} className={classes.level}>
					{module.levels.includes(level) ? (
						<label className={classes.target}>
							<input
								type="radio"
								name={group}
								checked={value === level}
								onChange={() => onChange(level)}
								aria-label={`${module.title}: ${title}`}
							/>
						</label>
					) : null}
				</td>
			))}
		</tr>
	);
}
