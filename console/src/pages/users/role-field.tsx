import { useReeve } from "../../app/reeve.tsx";
import type { BoundField } from "../../form/form-state.ts";
import { Select } from "../../kit/select.tsx";
import { givableRoles, type RoleName } from "../roles/role-words.ts";

/** The role that somebody is given: never more than the giver has. */
export function RoleField({
	description,
	...field
}: BoundField<RoleName> & { description?: string | undefined }) {
	const { whoami } = useReeve();
	return (
		<Select
			label="Role"
			required
			options={givableRoles(whoami.role)}
			description={description}
			{...field}
		/>
	);
}
