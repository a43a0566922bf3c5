import { useRef, useState } from "react";
import type {
	User,
	UserCreateResetLinkAnswer,
} from "../../../../generated/client.ts";
import { useWrite } from "../../app/use-write.ts";
import { formatDateTime } from "../../format/times.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { SecretOnceDialog } from "../../kit/secret-once-dialog.tsx";
import { BlockUser } from "./block-user.tsx";
import { DeleteUser } from "./delete-user.tsx";
import { EditUser } from "./edit-user.tsx";
import { EndSessions, ResetFactors } from "./sign-in-dialogs.tsx";
import { TransferOwnership } from "./transfer-ownership.tsx";

export type UserDialog =
	| "edit"
	| "block"
	| "delete"
	| "reject"
	| "reset"
	| "sessions"
	| "factors"
	| "transfer";

export interface UserDialogProps {
	user: User;
	onClose: () => void;
}

/** Whichever dialog about a user is open. */
export function UserDialogs({
	open,
	onGone,
	...props
}: UserDialogProps & {
	open: UserDialog | undefined;
	/** Leaves the page of a user who is gone. */
	onGone?: (() => Promise<void>) | undefined;
}) {
	switch (open) {
		case "edit":
			return <EditUser {...props} />;
		case "block":
			return <BlockUser {...props} />;
		case "delete":
		case "reject":
			return <DeleteUser {...props} how={open} onGone={onGone} />;
		case "reset":
			return <ResetLink {...props} />;
		case "sessions":
			return <EndSessions {...props} />;
		case "factors":
			return <ResetFactors {...props} />;
		case "transfer":
			return <TransferOwnership {...props} />;
		default:
			return null;
	}
}

/** Asks, then shows the link by which somebody sets a new password. */
function ResetLink({ user: { id, name, email }, onClose }: UserDialogProps) {
	const [made, setMade] = useState<UserCreateResetLinkAnswer>();
	const isMade = useRef(false);
	const write = useWrite({
		call: ({ client }) => client.users.createResetLink({ id }),
		changes: ["audit"],
		quiet: true,
		onDone: (answer) => {
			isMade.current = answer.url !== undefined;
			setMade(answer);
		},
	});
	if (made?.url)
		return (
			<SecretOnceDialog
				title={`A new password for ${name}`}
				label="Link"
				secret={made.url}
				onClose={onClose}
			>
				<p>
					Whoever opens it sets the password of {email}. It works once, until{" "}
					{formatDateTime(made.expires_at)}.
				</p>
			</SecretOnceDialog>
		);
	return (
		<ConfirmDialog
			open
			// Closing by itself after the call would take the link along.
			onClose={() => {
				if (!isMade.current) onClose();
			}}
			title={`Make a link for ${name}?`}
			action="Make link"
			harmless
			onConfirm={() => write.mutateAsync(undefined)}
		>
			By it they set a new password. The old one works until then, and second
			factors stay as they are.
		</ConfirmDialog>
	);
}
