import type { UserInvite } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { Select } from "../../kit/select.tsx";
import { checkPerson, newPerson, PersonFields } from "./person-fields.tsx";

const DAY_SECONDS = 86_400;

const periods = [1, 3, 7, 14, 30].map((days) => ({
	value: String(days * DAY_SECONDS),
	label: days === 1 ? "One day" : `${days} days`,
}));

/** Invites a person by a link. Mounted when it opens. */
export function InvitePerson({
	onClose,
	onDone,
}: {
	onClose: () => void;
	/** Told the invitation with its link, which nobody tells again. */
	onDone: (invite: UserInvite) => void;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: {
			...newPerson,
			expires_in_seconds: String(3 * DAY_SECONDS),
		},
		check: checkPerson,
		submit: ({ expires_in_seconds, ...values }, options) =>
			client.userInvites.create(
				{ ...values, expires_in_seconds: Number(expires_in_seconds) },
				options,
			),
		changes: ["users", "user_invites", "groups"],
		onDone: (invite) => {
			onClose();
			onDone(invite);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="Invite a person"
			description="They choose a password by a link. You see the link once, to hand it on."
			action="Invite"
		>
			<PersonFields form={form} />
			<Select
				label="The link opens for"
				options={periods}
				{...form.field("expires_in_seconds")}
			/>
		</FormDialog>
	);
}
