import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import type {
	UserInvite,
	UserInviteRow,
} from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu } from "../../kit/menu.tsx";

/** Renews an invitation, or withdraws it. */
export function InvitationMenu({
	invite,
	onRenewed,
}: {
	invite: UserInviteRow;
	/** Told the invitation with its new link. */
	onRenewed: (invite: UserInvite) => void;
}) {
	const { may } = useReeve();
	const [open, setOpen] = useState<"renew" | "withdraw">();
	return (
		<>
			<Menu
				trigger={
					<IconButton
						label={`More for “${invite.name}”`}
						icon={<Ellipsis aria-hidden="true" />}
					/>
				}
				items={[
					{ label: "Renew…", onSelect: () => setOpen("renew") },
					may("user_invites.delete") && {
						label: "Withdraw…",
						danger: true,
						onSelect: () => setOpen("withdraw"),
					},
				]}
			/>
			<RenewInvitation
				invite={invite}
				isOpen={open === "renew"}
				onClose={() => setOpen(undefined)}
				onRenewed={onRenewed}
			/>
			<WithdrawInvitation
				invite={invite}
				isOpen={open === "withdraw"}
				onClose={() => setOpen(undefined)}
			/>
		</>
	);
}

interface DialogProps {
	invite: UserInviteRow;
	isOpen: boolean;
	onClose: () => void;
}

function RenewInvitation({
	invite: { id, name },
	isOpen,
	onClose,
	onRenewed,
}: DialogProps & { onRenewed: (invite: UserInvite) => void }) {
	const write = useWrite({
		call: ({ client }) => client.userInvites.regenerate({ id }),
		changes: ["user_invites"],
		quiet: true,
		onDone: onRenewed,
	});
	return (
		<ConfirmDialog
			open={isOpen}
			onClose={onClose}
			title={`Renew the invitation of ${name}?`}
			action="Renew"
			harmless
			onConfirm={() => write.mutateAsync(undefined)}
		>
			There will be a new link, open for three days. The old one opens nothing
			any more.
		</ConfirmDialog>
	);
}

function WithdrawInvitation({
	invite: { id, name },
	isOpen,
	onClose,
}: DialogProps) {
	const write = useWrite({
		call: ({ client }) => client.userInvites.delete({ id }),
		changes: ["user_invites", "users", "groups"],
		done: "Invitation withdrawn",
		quiet: true,
	});
	return (
		<ConfirmDialog
			open={isOpen}
			onClose={onClose}
			title={`Withdraw the invitation of ${name}?`}
			action="Withdraw"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			The link opens nothing any more.
		</ConfirmDialog>
	);
}
