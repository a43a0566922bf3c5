import Search from "lucide-react/icons/search";
import X from "lucide-react/icons/x";
import { useEffect, useRef, useState } from "react";
import type { SearchParams } from "../app/search-params.ts";
import { Button } from "../kit/button.tsx";
import { useDebounced } from "../kit/debounced.ts";
import { IconButton } from "../kit/icon-button.tsx";
import { Spinner } from "../kit/spinner.tsx";
import { TextField } from "../kit/text-field.tsx";
import { ListFilter } from "./list-filter.tsx";
import { type ListSearch, namesOf } from "./list-search.ts";
import classes from "./list-toolbar.module.css";
import type { Filter } from "./list-types.ts";
import { OnlyChip } from "./only-chip.tsx";
import { withoutOnly } from "./only-search.ts";

export interface ListToolbarProps {
	searchHint: string | undefined;
	filters: readonly Filter<never>[];
	now: ListSearch;
	change: (changes: SearchParams) => void;
	total: number | undefined;
	isFetching: boolean;
}

const number = new Intl.NumberFormat("en");

/** Above the rows: the search, the filters, and how many rows there are. */
export function ListToolbar(props: ListToolbarProps) {
	const { searchHint, filters, now, change, total, isFetching } = props;
	const isFiltered = Object.keys(now.filters).length > 0;
	return (
		<div className={classes.toolbar}>
			{searchHint === undefined ? null : (
				<SearchField
					hint={searchHint}
					value={now.search}
					onChange={(search) => change({ search: search || undefined })}
				/>
			)}
			{filters.map((filter) => (
				<ListFilter
					key={filter.name}
					filter={filter}
					values={now.filters}
					change={change}
				/>
			))}
			{Object.keys(now.only.fields).length > 0 ? (
				<OnlyChip
					only={now.only}
					onLift={() => change(withoutOnly(now.only))}
				/>
			) : null}
			{isFiltered ? (
				<Button variant="quiet" onClick={() => change(withoutFilters(filters))}>
					Clear filters
				</Button>
			) : null}
			<p className={classes.count} role="status">
				{isFetching ? <Spinner size={14} /> : null}
				{total === undefined ? null : (
					<span>
						{number.format(total)} {total === 1 ? "row" : "rows"}
					</span>
				)}
			</p>
		</div>
	);
}

function withoutFilters(filters: readonly Filter<never>[]): SearchParams {
	return Object.fromEntries(
		filters.flatMap(namesOf).map((name) => [name, undefined]),
	);
}

/** Searches a moment after the last letter, and follows the URL when that changes by other means. */
function SearchField({
	hint,
	value,
	onChange,
}: {
	hint: string;
	value: string;
	onChange: (value: string) => void;
}) {
	const [text, setText] = useState(value);
	const sent = useRef(value);
	useEffect(() => {
		if (value !== sent.current) setText(value);
		sent.current = value;
	}, [value]);
	const send = (next: string) => {
		sent.current = next;
		onChange(next);
	};
	const sendLater = useDebounced(send, 250);
	const clear = () => {
		setText("");
		send("");
	};
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: Escape in the field inside.
		<div
			className={classes.search}
			data-page-search=""
			onKeyDown={(event) => {
				if (event.key === "Escape" && text !== "") clear();
			}}
		>
			<TextField
				label={hint}
				hideLabel
				type="search"
				placeholder={hint}
				value={text}
				onChange={(next) => {
					setText(next);
					sendLater?.(next.trim());
				}}
				maxLength={200}
				before={<Search aria-hidden="true" />}
				after={
					text === "" ? null : (
						<IconButton
							label="Clear search"
							icon={<X aria-hidden="true" />}
							onClick={clear}
						/>
					)
				}
			/>
		</div>
	);
}
