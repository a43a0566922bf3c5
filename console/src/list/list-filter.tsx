import type { SearchParams } from "../app/search-params.ts";
import { ChoiceFilter } from "./choice-filter.tsx";
import { DatesFilterControl } from "./dates-filter.tsx";
import type { FilterValues } from "./list-search.ts";
import type { Filter } from "./list-types.ts";
import { ReferenceFilterControl } from "./reference-filter.tsx";

export interface ListFilterProps<F> {
	filter: F;
	values: FilterValues;
	change: (changes: SearchParams) => void;
}

/** The control of one filter. */
export function ListFilter({
	filter,
	...rest
}: ListFilterProps<Filter<never>>) {
	switch (filter.kind) {
		case "select":
		case "multi":
			return (
				<ChoiceFilter
					{...rest}
					filter={filter}
					options={filter.options}
					isMulti={filter.kind === "multi"}
				/>
			);
		case "boolean":
			return (
				<ChoiceFilter
					{...rest}
					filter={filter}
					options={[
						{ value: "true", label: filter.yes },
						{ value: "false", label: filter.no },
					]}
					isMulti={false}
				/>
			);
		case "dates":
			return <DatesFilterControl {...rest} filter={filter} />;
		case "reference":
			return <ReferenceFilterControl {...rest} filter={filter} />;
	}
}
