import type { User } from "../../../../generated/client.ts";
import { FormDialog } from "../../form/form-dialog.tsx";
import { ApiAccessNotice } from "./api-access-notice.tsx";
import { KeyFields } from "./key-fields.tsx";
import { SecretDialog } from "./secret-dialog.tsx";
import { useNewKey } from "./use-new-key.ts";

/** Makes a token of one's own or of a service user, and shows it once. Mounted when it opens. */
export function NewTokenDialog({
	serviceUser,
	onClose,
}: {
	/** Whom it acts for; nothing for oneself. */
	serviceUser?: Pick<User, "id" | "name" | "role"> | undefined;
	onClose: () => void;
}) {
	const kind = serviceUser ? "service" : "personal";
	const { form, issued } = useNewKey(
		kind,
		serviceUser ? { user_id: serviceUser.id } : {},
	);
	if (issued)
		return (
			<SecretDialog
				issued={issued}
				title={`“${issued.key.name}” is made`}
				onClose={onClose}
			/>
		);
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={serviceUser ? `New token of ${serviceUser.name}` : "New token"}
			action="Generate token"
			size="large"
		>
			<ApiAccessNotice kind={kind} />
			<KeyFields form={form} kind={kind} holder={serviceUser} isNew />
		</FormDialog>
	);
}
