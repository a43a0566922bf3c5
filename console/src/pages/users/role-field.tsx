import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import type { BoundField } from "../../form/form-state.ts";
import { Select } from "../../kit/select.tsx";
import {
	givableRoles,
	ownerOption,
	type RoleName,
} from "../roles/role-words.ts";

/** The role that somebody is given: never more than the giver has. */
export function RoleField({
	description,
	offersOwner = false,
	...field
}: BoundField<RoleName> & {
	description?: string | undefined;
	/** Also the owner's, where the account has none yet, as a fresh tenant. */
	offersOwner?: boolean;
}) {
	const { whoami } = useReeve();
	const lacksOwner = useLacksOwner(offersOwner);
	const roles = givableRoles(whoami.role);
	return (
		<Select
			label="Role"
			required
			options={lacksOwner ? [ownerOption, ...roles] : roles}
			description={description}
			{...field}
		/>
	);
}

function useLacksOwner(isAsked: boolean): boolean {
	const { client, accountParam, isExternal, home, account } = useReeve();
	// At home somebody signs in as a rule because there is an owner; in a fresh tenant there may be none.
	const mayLack = isAsked && isExternal && account.parent_id === home.id;
	const { data } = useQuery({
		queryKey: [accountParam, "users", "owner"],
		queryFn: ({ signal }) =>
			client.users.list({ role: "owner", limit: 1 }, { signal }),
		enabled: mayLack,
	});
	return mayLack && data?.data.length === 0;
}
