import Search from "lucide-react/icons/search";
import { useMemo, useState } from "react";
import { Loaded } from "../../app/loaded.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { Card } from "../../kit/card.tsx";
import { Section } from "../../kit/section.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { TextField } from "../../kit/text-field.tsx";
import {
	type CatalogueEntry,
	matching,
	modulesOf,
	useCatalogue,
} from "../keys/catalogue.ts";
import { RightMark } from "../keys/right-mark.tsx";
import classes from "./limits.module.css";

type Shown = "all" | "read" | "write";

const choices: readonly { value: Shown; label: string }[] = [
	{ value: "all", label: "All" },
	{ value: "read", label: "Read" },
	{ value: "write", label: "Write" },
];

/** How often one credential may call each operation a minute; the tightest first (promise O6). */
export function OperationLimits() {
	const query = useCatalogue();
	const [search, setSearch] = useState("");
	const [shown, setShown] = useState<Shown>("all");
	const entries = useMemo(
		() => tightestFirst(query.data?.data ?? [], search, shown),
		[query.data, search, shown],
	);
	return (
		<Section
			title="By operation"
			description="Calls a minute of one operation by one credential."
		>
			<Loaded query={query} lines={4}>
				{() => (
					<>
						<div className={classes.tools}>
							<div className={classes.search}>
								<TextField
									label="Search operations"
									hideLabel
									type="search"
									placeholder="Search operations"
									value={search}
									onChange={setSearch}
									before={<Search aria-hidden="true" />}
								/>
							</div>
							<SegmentedControl
								label="Show"
								options={choices}
								value={shown}
								onChange={setShown}
							/>
						</div>
						<Card flush>
							<OperationTable entries={entries} />
						</Card>
					</>
				)}
			</Loaded>
		</Section>
	);
}

function tightestFirst(
	entries: readonly CatalogueEntry[],
	search: string,
	shown: Shown,
): CatalogueEntry[] {
	return matching(
		modulesOf(entries),
		search,
		shown === "all" ? undefined : shown,
	)
		.flatMap((module) => module.entries)
		.sort((a, b) => a.per_minute - b.per_minute || (a.id < b.id ? -1 : 1));
}

function OperationTable({ entries }: { entries: readonly CatalogueEntry[] }) {
	return (
		<section
			className={classes.scroll}
			// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
			tabIndex={0}
			aria-label="Limits by operation"
		>
			<table className={classes.table}>
				<thead>
					<tr>
						<th scope="col">Operation</th>
						<th scope="col">Right</th>
						<th scope="col" className={classes.figure}>
							A minute
						</th>
					</tr>
				</thead>
				<tbody>
					{entries.map(({ id, summary, access, per_minute }) => (
						<tr key={id}>
							<th scope="row">
								{summary}
								<code className={classes.id}>{id}</code>
							</th>
							<td>
								<RightMark access={access} />
							</td>
							<td className={classes.figure}>{formatNumber(per_minute)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
