import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { GroupRow } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { Option } from "../../kit/option.ts";

const OFFERED_MAX = 50;

/** What a page wants to know of a group that something else names. */
export type NamedGroup = Pick<GroupRow, "id" | "name" | "built_in">;

/** The groups that match a few letters, found by the server. */
export function useGroupChoices(
	search: string,
	fits: (group: GroupRow) => boolean = () => true,
): { options: Option[]; isFetching: boolean } {
	const { client, accountParam, may } = useReeve();
	const { data, isFetching } = useQuery({
		queryKey: [accountParam, "groups", "choices", search],
		queryFn: ({ signal }) =>
			client.groups.list(
				{ limit: OFFERED_MAX, ...(search === "" ? {} : { search }) },
				{ signal },
			),
		enabled: may("groups.list"),
		placeholderData: keepPreviousData,
	});
	const options = (data?.data ?? [])
		.filter(fits)
		.map(({ id, name }) => ({ value: id, label: name }));
	return { options, isFetching };
}

/** More than anybody is in. */
const OF_ONE_MAX = 1000;

/** The groups that a user is in. */
export function useGroupsOf(userId: string) {
	const { client, accountParam, may } = useReeve();
	return useQuery({
		queryKey: [accountParam, "groups", "of-user", userId],
		queryFn: async ({ signal }): Promise<NamedGroup[]> => {
			const input = { user_id: userId, limit: OF_ONE_MAX, sort: "name" };
			return (await client.groups.list(input, { signal })).data;
		},
		enabled: may("groups.list"),
	});
}
