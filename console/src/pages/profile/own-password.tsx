import { useQuery } from "@tanstack/react-query";
import { useReeve } from "../../app/reeve.tsx";
import { FormPage } from "../../form/form-page.tsx";
import { useForm } from "../../form/use-form.ts";
import { Card } from "../../kit/card.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { Section } from "../../kit/section.tsx";
import { NewPasswordField } from "../password/new-password-field.tsx";
import { passwordFault } from "../password/password-rule.ts";
import { profileKey } from "./own-queries.ts";

/** Changing the password, for whoever has one. */
export function OwnPassword() {
	const { client, whoami } = useReeve();
	const { data: profile } = useQuery({
		queryKey: profileKey,
		queryFn: ({ signal }) => client.profile.get({}, { signal }),
	});
	const id = whoami.user?.id;
	if (!profile || id === undefined) return null;
	return (
		<Section
			title="Password"
			description={
				profile.password
					? "Changing it signs you out everywhere but here."
					: "You have none: you sign in with your organization's own account."
			}
		>
			{profile.password ? (
				<Card>
					<PasswordForm userId={id} />
				</Card>
			) : null}
		</Section>
	);
}

function PasswordForm({ userId }: { userId: string }) {
	const { client } = useReeve();
	const form = useForm({
		initial: { old_password: "", new_password: "" },
		check: ({ old_password, new_password }) => {
			const fault = passwordFault(new_password);
			return {
				...(old_password === ""
					? { old_password: "Enter your present password." }
					: {}),
				...(fault ? { new_password: fault } : {}),
			};
		},
		submit: (values, options) =>
			client.users.changePassword({ id: userId, ...values }, options),
		changes: ["sessions"],
		done: "Password changed; other sessions have ended",
		onDone: () => form.reset(),
	});
	return (
		<FormPage form={form} action="Change password">
			<PasswordField
				label="Present password"
				autoComplete="current-password"
				{...form.field("old_password")}
			/>
			<NewPasswordField
				label="New password"
				field={form.field("new_password")}
			/>
		</FormPage>
	);
}
