import type { User } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { TextField } from "../../kit/text-field.tsx";
import { GroupsField } from "../groups/groups-field.tsx";
import type { RoleName } from "../roles/role-words.ts";
import { RoleField } from "./role-field.tsx";

/** Makes a service user. Mounted when it opens. */
export function ServiceUserForm({
	onClose,
	onDone,
}: {
	onClose: () => void;
	onDone: (user: User) => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: {
			name: "",
			role: "operator" as RoleName,
			groups: [] as string[],
		},
		check: needsName,
		submit: (values, options) =>
			client.users.create({ kind: "service", ...values }, options),
		changes: ["users", "groups"],
		done: "Service user created",
		onDone: (made) => {
			onClose();
			onDone(made);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="New service user"
			description="An account for a program, in this account alone. Give it a token on its page."
			action="Create service user"
		>
			<TextField
				label="Name"
				required
				description="After the program that uses it, such as “Backup script”."
				{...form.field("name")}
			/>
			<RoleField {...form.field("role")} />
			<GroupsField {...form.field("groups")} />
		</FormDialog>
	);
}
