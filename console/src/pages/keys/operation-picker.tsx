import Search from "lucide-react/icons/search";
import { useCallback, useMemo, useRef, useState } from "react";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { type CatalogueModule, matching } from "./catalogue.ts";
import { OperationGroup } from "./operation-group.tsx";
import classes from "./operation-picker.module.css";
import { useRovingFocus } from "./roving-focus.ts";

export interface OperationPickerProps {
	modules: readonly CatalogueModule[];
	value: readonly string[];
	onChange: (value: string[]) => void;
	/** The id of what says what is wrong. */
	faultId?: string | undefined;
}

/** Which operations are shown. */
type Shown = "all" | "read" | "write" | "chosen";

const choices: readonly { value: Shown; label: string }[] = [
	{ value: "all", label: "All" },
	{ value: "read", label: "Read" },
	{ value: "write", label: "Write" },
	{ value: "chosen", label: "Selected" },
];

/**
 * The catalogue of operations, searched and grouped by module. One box chooses all that are shown; the arrow keys go
 * through them, from the search field on.
 */
export function OperationPicker(props: OperationPickerProps) {
	const { modules } = props;
	const [search, setSearch] = useState("");
	const [shown, setShown] = useState<Shown>("all");
	const { chosen, setMany } = useChoice(props);
	// What is let go while only the chosen are shown stays in sight until the filter changes.
	const [kept, setKept] = useState<ReadonlySet<string>>(chosen);
	const found = useMemo(
		() => keep(matching(modules, search, accessShown(shown)), shown, kept),
		[modules, search, shown, kept],
	);
	const ids = useMemo(
		() => found.flatMap(({ entries }) => entries.map(({ id }) => id)),
		[found],
	);
	const box = useRef<HTMLDivElement>(null);
	const roving = useRovingFocus(box, ids);
	return (
		<div className={classes.picker}>
			<Tools
				search={search}
				onSearch={setSearch}
				onLeaveSearch={roving.focusFirst}
				shown={shown}
				onShow={(next) => {
					setShown(next);
					setKept(chosen);
				}}
			/>
			<Summary ids={ids} modules={modules} chosen={chosen} setMany={setMany} />
			{/* biome-ignore lint/a11y/useSemanticElements: the groups inside are the field sets. */}
			<div
				ref={box}
				role="group"
				aria-label="Operations"
				aria-describedby={props.faultId}
				className={classes.list}
				onKeyDown={roving.onKeyDown}
			>
				{found.map((module) => (
					<OperationGroup
						key={module.name}
						module={module}
						chosen={chosen}
						setMany={setMany}
						active={roving.active}
						onFocusRow={roving.noteFocus}
					/>
				))}
				{ids.length === 0 ? (
					<p className={classes.nothing}>No operation matches.</p>
				) : null}
			</div>
		</div>
	);
}

/** The search, from which the arrow down leads into the list, and what to show. */
function Tools(props: {
	search: string;
	onSearch: (search: string) => void;
	onLeaveSearch: () => void;
	shown: Shown;
	onShow: (shown: Shown) => void;
}) {
	return (
		<div className={classes.tools}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside. */}
			<div
				className={classes.search}
				onKeyDown={(event) => {
					if (event.key === "ArrowDown") props.onLeaveSearch();
					else if (event.key !== "Enter" || event.ctrlKey || event.metaKey)
						return;
					event.preventDefault();
				}}
			>
				<TextField
					label="Search operations"
					hideLabel
					type="search"
					placeholder="Search operations"
					value={props.search}
					onChange={props.onSearch}
					before={<Search aria-hidden="true" />}
				/>
			</div>
			<SegmentedControl
				label="Show"
				options={choices}
				value={props.shown}
				onChange={props.onShow}
			/>
		</div>
	);
}

/** What is chosen, and how to choose: `setMany(ids, true)`. */
function useChoice({ modules, value, onChange }: OperationPickerProps) {
	const chosen = useMemo(() => new Set(value), [value]);
	const latest = useRef({ chosen, onChange, modules });
	latest.current = { chosen, onChange, modules };
	const setMany = useCallback((ids: readonly string[], isWanted: boolean) => {
		const { chosen: before, onChange: tell, modules: all } = latest.current;
		const after = new Set(before);
		for (const id of ids) isWanted ? after.add(id) : after.delete(id);
		const order = all.flatMap(({ entries }) => entries.map(({ id }) => id));
		tell(order.filter((id) => after.has(id)));
	}, []);
	return { chosen, setMany };
}

function accessShown(shown: Shown): "read" | "write" | undefined {
	return shown === "read" || shown === "write" ? shown : undefined;
}

function keep(
	modules: CatalogueModule[],
	shown: Shown,
	kept: ReadonlySet<string>,
): CatalogueModule[] {
	if (shown !== "chosen") return modules;
	return modules
		.map((module) => ({
			...module,
			entries: module.entries.filter(({ id }) => kept.has(id)),
		}))
		.filter(({ entries }) => entries.length > 0);
}

/** How many are chosen, and one box for all that are shown. */
function Summary({
	ids,
	modules,
	chosen,
	setMany,
}: {
	ids: readonly string[];
	modules: readonly CatalogueModule[];
	chosen: ReadonlySet<string>;
	setMany: (ids: readonly string[], isWanted: boolean) => void;
}) {
	const count = ids.filter((id) => chosen.has(id)).length;
	const all = modules.reduce((sum, { entries }) => sum + entries.length, 0);
	const isAll = ids.length > 0 && count === ids.length;
	return (
		<div className={classes.summary}>
			<label className={classes.selectAll}>
				<input
					type="checkbox"
					checked={isAll}
					disabled={ids.length === 0}
					ref={(input) => {
						if (input) input.indeterminate = count > 0 && !isAll;
					}}
					onChange={() => setMany(ids, !isAll)}
				/>
				{ids.length === all
					? `Select all ${formatNumber(all)}`
					: `Select ${countOf(ids.length, "operation")} shown`}
			</label>
			<span role="status" className={classes.count}>
				{formatNumber(chosen.size)} of {formatNumber(all)} selected
			</span>
			{chosen.size > 0 ? (
				<Button variant="quiet" onClick={() => setMany([...chosen], false)}>
					Clear
				</Button>
			) : null}
		</div>
	);
}
