import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { TextField } from "../../kit/text-field.tsx";
import { type NamedGroup, useGroupsOf } from "../groups/group-choices.ts";
import { GroupsField } from "../groups/groups-field.tsx";
import { RoleField } from "./role-field.tsx";
import { rightsOn } from "./user-rights.ts";

/** Changes name, role and groups of a user. Mounted when it opens; appears once the groups have their names. */
export function EditUser({
	user,
	onClose,
}: {
	user: User;
	onClose: () => void;
}) {
	const { data: groups } = useGroupsOf(user.id);
	return groups ? (
		<UserForm user={user} groups={groups} onClose={onClose} />
	) : null;
}

function UserForm({
	user,
	groups,
	onClose,
}: {
	user: User;
	groups: readonly NamedGroup[];
	onClose: () => void;
}) {
	const reeve = useReeve();
	const { client } = reeve;
	const { changeRole, isSelf } = rightsOn(user, reeve);
	// Who is in Administrators follows from the role.
	const own = groups.filter(({ built_in }) => built_in === null);
	const form = useForm({
		initial: {
			name: user.name,
			role: user.role,
			groups: own.map(({ id }) => id),
		},
		version: user.version,
		check: ({ name }) => (name.trim() === "" ? { name: "Give a name." } : {}),
		submit: ({ role, ...values }, options) =>
			client.users.update(
				{ id: user.id, ...values, ...(changeRole ? { role } : {}) },
				options,
			),
		changes: ["users", "groups", "reach", "audit"],
		done: "User changed",
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`Edit ${user.name || user.email}`}
			action="Save"
		>
			<TextField label="Name" required {...form.field("name")} />
			{changeRole ? (
				<RoleField
					description="Counts at once, also for their keys and open pages."
					{...form.field("role")}
				/>
			) : (
				<p>
					{isSelf
						? "Nobody changes their own role: ask another administrator."
						: "The owner's role changes only by handing the ownership on."}
				</p>
			)}
			<GroupsField
				known={own.map(({ id, name }) => ({ value: id, label: name }))}
				{...form.field("groups")}
			/>
		</FormDialog>
	);
}
