import type { UserInvite } from "../../../../generated/client.ts";
import { formatDateTime } from "../../format/times.ts";
import { Banner } from "../../kit/banner.tsx";
import { Button } from "../../kit/button.tsx";
import { Dialog } from "../../kit/dialog.tsx";
import { SecretOnceDialog } from "../../kit/secret-once-dialog.tsx";

/** Shows the link of a new or renewed invitation, this once. */
export function InvitationLink({
	invite,
	onClose,
}: {
	invite: UserInvite;
	/** The link is to be forgotten here. */
	onClose: () => void;
}) {
	const { url, name, expires_at } = invite;
	const title = `Invitation for ${name}`;
	if (url === undefined)
		return (
			<Dialog
				open
				onClose={onClose}
				title={title}
				size="small"
				footer={
					<Button variant="primary" onClick={onClose}>
						Close
					</Button>
				}
			>
				<Banner kind="warning" title="The invitation is there, its link is not">
					The server's first answer was lost on its way here. Renew the
					invitation to get a new link.
				</Banner>
			</Dialog>
		);
	return (
		<SecretOnceDialog
			title={title}
			label="Invitation link"
			secret={url}
			onClose={onClose}
		>
			<p>
				Whoever opens it sets the password of {invite.email}. It opens until{" "}
				{formatDateTime(expires_at)}.
			</p>
			<Mailed invite={invite} />
		</SecretOnceDialog>
	);
}

function Mailed({ invite: { mailed, email } }: { invite: UserInvite }) {
	if (mailed)
		return <Banner kind="success">The link was mailed to {email} too.</Banner>;
	if (mailed === false)
		return (
			<Banner kind="warning">
				The mail server did not take the mail: hand the link on yourself.
			</Banner>
		);
	return <p>This server sends no mail: hand the link on yourself.</p>;
}
