import type { UserCreateAnswer } from "../../../../generated/client.ts";
import { SecretOnceDialog } from "../../kit/secret-once-dialog.tsx";

/** Shows the password that the server invented for somebody, this once. */
export function NewPasswordOnce({
	made: { name, email, password },
	onClose,
}: {
	made: UserCreateAnswer;
	/** The password is to be forgotten here. */
	onClose: () => void;
}) {
	if (password === undefined) return null;
	return (
		<SecretOnceDialog
			title={`${name} can sign in`}
			label="Password"
			secret={password}
			onClose={onClose}
		>
			<p>
				With the address {email}. Ask them to change it under their profile.
			</p>
		</SecretOnceDialog>
	);
}
