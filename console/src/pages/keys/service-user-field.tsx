import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { BoundField } from "../../form/form-state.ts";
import { Combobox } from "../../kit/combobox.tsx";

const OFFERED_MAX = 50;

/** The service user that a key acts for, found by the server. */
export function ServiceUserField({
	onUser,
	...field
}: BoundField<string | null> & {
	/** Told whenever another one is chosen. */
	onUser: (user: User | undefined) => void;
}) {
	const { client, accountParam } = useReeve();
	const [search, setSearch] = useState("");
	const { data, isFetching } = useQuery({
		queryKey: [accountParam, "users", "service", search],
		queryFn: ({ signal }) =>
			client.users.list(
				{
					kind: "service",
					limit: OFFERED_MAX,
					...(search === "" ? {} : { search }),
				},
				{ signal },
			),
		placeholderData: keepPreviousData,
	});
	const users = data?.data ?? [];
	return (
		<Combobox
			label="Service user"
			required
			options={users.map(({ id, name, role }) => ({
				value: id,
				label: name,
				description: role,
			}))}
			onSearch={setSearch}
			loading={isFetching}
			description="The key acts for it and never does more than its role may."
			empty="No service user is called so. Make one under Service users."
			{...field}
			onChange={(id) => {
				field.onChange(id);
				onUser(users.find((user) => user.id === id));
			}}
		/>
	);
}
