import { SecretOnceDialog } from "../../kit/secret-once-dialog.tsx";
import { EnrolCommands } from "../endpoints/enrol-commands.tsx";

/** Shows a setup key this once, with the command that uses it. */
export function SetupKeyDialog({
	name,
	secret,
	onClose,
}: {
	name: string;
	secret: string;
	onClose: () => void;
}) {
	return (
		<SecretOnceDialog
			title={`“${name}” is made`}
			label="Setup key"
			secret={secret}
			onClose={onClose}
		>
			<EnrolCommands setupKey={secret} />
		</SecretOnceDialog>
	);
}
