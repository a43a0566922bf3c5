import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import type { BoundField } from "../../form/form-state.ts";
import { Combobox } from "../../kit/combobox.tsx";

const OFFERED_MAX = 50;

/** The probe that a key is for, found by the server. */
export function ProbeField(field: BoundField<string | null>) {
	const { client, accountParam } = useReeve();
	const [search, setSearch] = useState("");
	const { data, isFetching } = useQuery({
		queryKey: [accountParam, "probes", "choices", search],
		queryFn: ({ signal }) =>
			client.probes.list(
				{ limit: OFFERED_MAX, ...(search === "" ? {} : { search }) },
				{ signal },
			),
		placeholderData: keepPreviousData,
	});
	return (
		<Combobox
			label="Probe"
			optional
			options={(data?.data ?? []).map(({ id, name }) => ({
				value: id,
				label: name,
			}))}
			onSearch={setSearch}
			loading={isFetching}
			placeholder="Whichever comes with it"
			description="Only this probe may use the key."
			{...field}
		/>
	);
}
