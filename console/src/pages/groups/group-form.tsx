import type { Group } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { TextField } from "../../kit/text-field.tsx";
import { useMemberNames } from "./group-members.ts";
import { groupRights } from "./group-rights.ts";
import { MemberField } from "./member-field.tsx";

export interface GroupFormProps {
	/** What is changed; left out for a new one. */
	group?: Group | undefined;
	onClose: () => void;
	onDone?: ((group: Group) => void) | undefined;
}

const asNew = { built_in: null };

/** Makes a group, or changes its name and members. Mounted when it opens. */
export function GroupForm(props: GroupFormProps) {
	const { group, onClose } = props;
	const { rename, changeUsers } = partsToChange(group);
	const known = useKnownMembers(group);
	const form = useGroupForm(props);
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={group ? `Edit ${group.name}` : "New group"}
			action={group ? "Save" : "Create group"}
		>
			{rename ? (
				<TextField label="Name" required {...form.field("name")} />
			) : null}
			{changeUsers ? (
				<MemberField
					kind="users"
					known={known.users}
					{...form.field("users")}
				/>
			) : (
				<p>Its users are the owner and the administrators, always.</p>
			)}
			<MemberField
				kind="endpoints"
				known={known.endpoints}
				{...form.field("endpoints")}
			/>
			<MemberField
				kind="resources"
				known={known.resources}
				{...form.field("resources")}
			/>
		</FormDialog>
	);
}

/** Whoever sees the form may change groups; what is left is what the group lets be changed. */
function partsToChange(group: Group | undefined) {
	return groupRights(group ?? asNew, { may: () => true });
}

function useGroupForm({ group, onClose, onDone }: GroupFormProps) {
	const { client } = useReeve();
	const { rename, changeUsers } = partsToChange(group);
	return useForm({
		initial: initialOf(group),
		version: group?.version,
		check: needsName,
		submit: ({ name, users, ...members }, options) => {
			const values = { ...members, ...(changeUsers ? { users } : {}) };
			if (!group) return client.groups.create({ name, ...values }, options);
			return client.groups.update(
				{ id: group.id, ...values, ...(rename ? { name } : {}) },
				options,
			);
		},
		changes: ["groups", "users", "grants", "reach", "audit"],
		done: group ? "Group changed" : "Group created",
		onDone: (made) => {
			onClose();
			onDone?.(made);
		},
	});
}

function initialOf(group: Group | undefined) {
	return {
		name: group?.name ?? "",
		users: group?.users ?? [],
		endpoints: group?.endpoints.map(({ id }) => id) ?? [],
		resources: group?.resources.map(({ id }) => id) ?? [],
	};
}

/** Names for the members that are there already. */
function useKnownMembers(group: Group | undefined) {
	const users = useMemberNames("users", group?.users ?? []);
	const resources = useMemberNames(
		"resources",
		group?.resources.map(({ id }) => id) ?? [],
	);
	return {
		users: [...(users.data?.values() ?? [])],
		resources: [...(resources.data?.values() ?? [])],
		endpoints:
			group?.endpoints.map(({ id, name }) => ({ value: id, label: name })) ??
			[],
	};
}
