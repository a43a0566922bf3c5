import type { UserCreateAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { TextField } from "../../kit/text-field.tsx";
import { GroupsField } from "../groups/groups-field.tsx";
import type { RoleName } from "../roles/role-words.ts";
import { checkPerson } from "./check-person.ts";
import { RoleField } from "./role-field.tsx";

/** Makes a person at once, with a password that the server invents. Mounted when it opens. */
export function CreatePerson({
	onClose,
	onDone,
}: {
	onClose: () => void;
	/** Told the person with the password, which nobody tells again. */
	onDone: (made: UserCreateAnswer) => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: {
			email: "",
			name: "",
			role: "user" as RoleName,
			groups: [] as string[],
		},
		check: checkPerson,
		submit: (values, options) => client.users.create(values, options),
		changes: ["users", "groups", "reach"],
		onDone: (made) => {
			onClose();
			onDone(made);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="Create a person"
			description="They can sign in at once, with a password that is shown to you once. An invitation is better where they can open a link."
			action="Create person"
		>
			<TextField
				label="E-mail address"
				type="email"
				required
				{...form.field("email")}
			/>
			<TextField label="Name" required {...form.field("name")} />
			<RoleField {...form.field("role")} />
			<GroupsField {...form.field("groups")} />
		</FormDialog>
	);
}
