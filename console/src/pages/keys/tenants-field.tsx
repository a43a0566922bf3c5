import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import type { BoundField } from "../../form/form-state.ts";
import { MultiCombobox } from "../../kit/multi-combobox.tsx";

const OFFERED_MAX = 50;

/** The tenants that a key may enter, found by the server. */
export function TenantsField(field: BoundField<string[]>) {
	const { client, accountParam } = useReeve();
	const [search, setSearch] = useState("");
	const { data, isFetching } = useQuery({
		queryKey: [accountParam, "tenants", "choices", search],
		queryFn: ({ signal }) =>
			client.tenants.list(
				{ limit: OFFERED_MAX, ...(search === "" ? {} : { search }) },
				{ signal },
			),
		placeholderData: keepPreviousData,
	});
	const options = (data?.data ?? []).map(({ id, name }) => ({
		value: id,
		label: name,
		description: id,
	}));
	return (
		<MultiCombobox
			label="Tenants"
			optional
			options={options}
			onSearch={setSearch}
			loading={isFetching}
			placeholder="All tenants that its user reaches"
			description="It enters only these, besides your own account."
			{...field}
		/>
	);
}
