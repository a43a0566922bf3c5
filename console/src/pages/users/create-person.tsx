import type { UserCreateAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { checkPerson, newPerson, PersonFields } from "./person-fields.tsx";

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
		initial: newPerson,
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
			<PersonFields form={form} />
		</FormDialog>
	);
}
