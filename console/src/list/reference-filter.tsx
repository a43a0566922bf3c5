import { Combobox } from "@base-ui/react/combobox";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useState } from "react";
import { useReeve } from "../app/reeve.tsx";
import type { Option } from "../kit/option.ts";
import popup from "../kit/popup.module.css";
import { useServerSearch } from "../kit/server-search.ts";
import classes from "./list-filter.module.css";
import type { ListFilterProps } from "./list-filter.tsx";
import type { ReferenceFilter } from "./list-types.ts";

const any: Option = { value: "", label: "Any" };

/** A filter by another thing, such as a device's region, found by typing. */
export function ReferenceFilterControl({
	filter,
	values,
	change,
}: ListFilterProps<ReferenceFilter<never>>) {
	const { name, label } = filter;
	const chosen = values[name]?.[0];
	const [isOpen, setOpen] = useState(false);
	const [search, setSearch] = useState("");
	const { options, words, isFetching } = useChoices(
		filter,
		chosen,
		search,
		isOpen,
	);
	const server = useServerSearch(setSearch, isFetching);
	return (
		<Combobox.Root<Option>
			items={search === "" ? [any, ...options] : options}
			{...server.filter}
			value={options.find(({ value }) => value === chosen) ?? any}
			onValueChange={(option) => change({ [name]: option?.value || undefined })}
			open={isOpen}
			onOpenChange={(open) => {
				setOpen(open);
				if (!open) setSearch("");
			}}
			onInputValueChange={(text, { reason }) => {
				if (reason !== "item-press") server.search?.(text);
			}}
			isItemEqualToValue={(one, other) => one.value === other.value}
			autoHighlight
		>
			<Combobox.Trigger
				className={classes.trigger}
				aria-label={`${label}: ${words ?? "any"}`}
				data-active={chosen !== undefined || undefined}
			>
				<span className={classes.name}>{label}</span>
				{words ? <span className={classes.value}>{words}</span> : null}
				<ChevronDown aria-hidden="true" />
			</Combobox.Trigger>
			<Choices label={label} />
		</Combobox.Root>
	);
}

function useChoices(
	{ noun, find, named }: ReferenceFilter<never>,
	chosen: string | undefined,
	search: string,
	isOpen: boolean,
) {
	const { client, accountParam } = useReeve();
	const found = useQuery({
		queryKey: [accountParam, noun, "filter_choices", search],
		queryFn: () => find(client, search),
		enabled: isOpen,
		placeholderData: keepPreviousData,
	});
	const name = useQuery({
		queryKey: [accountParam, noun, "filter_name", chosen],
		queryFn: () => named(client, chosen as string),
		enabled: chosen !== undefined,
	});
	const words = chosen === undefined ? undefined : (name.data ?? chosen);
	return { options: found.data ?? [], words, isFetching: found.isFetching };
}

function Choices({ label }: { label: string }) {
	return (
		<Combobox.Portal>
			<Combobox.Positioner
				className={popup.positioner}
				align="start"
				sideOffset={4}
			>
				<Combobox.Popup className={popup.popup} aria-label={label}>
					<Combobox.Input
						className={classes.find}
						placeholder="Type to find…"
						aria-label={`Find: ${label}`}
					/>
					<Combobox.List>
						{(option: Option) => (
							<Combobox.Item
								key={option.value}
								value={option}
								className={popup.item}
							>
								<span className={popup.itemText}>{option.label}</span>
							</Combobox.Item>
						)}
					</Combobox.List>
				</Combobox.Popup>
			</Combobox.Positioner>
		</Combobox.Portal>
	);
}
