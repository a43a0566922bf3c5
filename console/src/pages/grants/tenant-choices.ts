import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import type { Option } from "../../kit/option.ts";

const OFFERED_MAX = 50;

/** The tenants that match a few letters, found by the server. */
export function useTenantChoices(search: string): {
	options: Option[];
	isFetching: boolean;
} {
	const { client, accountParam } = useReeve();
	const { data, isFetching } = useQuery({
		queryKey: [accountParam, "tenants", "choices", search],
		queryFn: ({ signal }) =>
			client.tenants.list(
				{ limit: OFFERED_MAX, ...(search === "" ? {} : { search }) },
				{ signal },
			),
		placeholderData: keepPreviousData,
	});
	const options = (data?.data ?? []).map(({ id, name, domain }) => ({
		value: id,
		label: name,
		description: domain || id,
	}));
	return { options, isFetching };
}
