import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Client } from "../../app/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { Option } from "../../kit/option.ts";

/** What a group gathers. */
export type MemberKind = "users" | "endpoints" | "resources";

const OFFERED_MAX = 50;
const NAMED_MAX = 1000;

type Wanted = { limit: number; search?: string };

const finders: Record<
	MemberKind,
	{
		operation: string;
		find: (client: Client, wanted: Wanted) => Promise<Option[]>;
	}
> = {
	users: {
		operation: "users.list",
		find: async (client, wanted) => {
			const { data } = await client.users.list(wanted);
			return data.map(({ id, name, email, kind }) => ({
				value: id,
				label: name || email,
				description: kind === "service" ? "Service user" : email,
			}));
		},
	},
	endpoints: {
		operation: "endpoints.list",
		find: async (client, wanted) => {
			const { data } = await client.endpoints.list(wanted);
			return data.map(({ id, name, hostname, ip }) => ({
				value: id,
				label: name || hostname,
				description: ip ?? undefined,
			}));
		},
	},
	resources: {
		operation: "network_resources.list",
		find: async (client, wanted) => {
			const { data } = await client.networkResources.list(wanted);
			return data.map(({ id, name, address }) => ({
				value: id,
				label: name,
				description: address,
			}));
		},
	},
};

/** What may be put into a group and matches a few letters, found by the server. */
export function useMemberChoices(kind: MemberKind, search: string) {
	const { client, accountParam, may } = useReeve();
	const { operation, find } = finders[kind];
	const { data, isFetching } = useQuery({
		queryKey: [accountParam, kind, "member_choices", search],
		queryFn: () =>
			find(client, {
				limit: OFFERED_MAX,
				...(search === "" ? {} : { search }),
			}),
		enabled: may(operation),
		placeholderData: keepPreviousData,
	});
	return { options: data ?? [], isFetching, isAllowed: may(operation) };
}

/** Names for members that are known by number alone; whoever is not found keeps the number. */
export function useMemberNames(kind: MemberKind, ids: readonly string[]) {
	const { client, accountParam, may } = useReeve();
	const { operation, find } = finders[kind];
	return useQuery({
		queryKey: [accountParam, kind, "member_names"],
		queryFn: () => find(client, { limit: NAMED_MAX }),
		enabled: ids.length > 0 && may(operation),
		select: (options) => new Map(options.map((one) => [one.value, one])),
	});
}
