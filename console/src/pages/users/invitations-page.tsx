import { linkOptions } from "@tanstack/react-router";
import MailPlus from "lucide-react/icons/mail-plus";
import { useCallback, useState } from "react";
import type {
	UserInvite,
	UserInviteRow,
	UserInvitesListInput,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import type { Filter } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { invitationColumns } from "./invitation-columns.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { InvitationMenu } from "./invitation-menu.tsx";
import { InvitePerson } from "./invite-person.tsx";
import { UsersTabs } from "./users-tabs.tsx";

const list = (client: Client) => client.userInvites.list;

const filters: Filter<UserInvitesListInput>[] = [
	{
		kind: "boolean",
		name: "expired",
		label: "Status",
		yes: "Expired",
		no: "Open",
	},
];

const rowLink = ({ user_id: id, account_id: account }: UserInviteRow) =>
	linkOptions({ to: "/a/$account/users/$id", params: { account, id } });

/** Invitations that nobody has taken up yet. */
export function InvitationsPage() {
	const { isAll, may } = useReeve();
	const [isInviting, setInviting] = useState(false);
	const [told, setTold] = useState<UserInvite>();
	const withdrawal = useWithdrawal();
	const rowActions = useCallback(
		(invite: UserInviteRow) => (
			<InvitationMenu invite={invite} onRenewed={setTold} />
		),
		[],
	);
	const invite = may("user_invites.create") ? (
		<Button variant="primary" onClick={() => setInviting(true)}>
			Invite a person
		</Button>
	) : null;
	return (
		<Page
			title="Users"
			description="People who were asked to come and have not chosen a password yet."
			actions={invite}
		>
			<UsersTabs />
			{withdrawal.view}
			<ResourceList
				noun="user_invites"
				label="Invitations"
				list={list}
				columns={invitationColumns}
				filters={filters}
				searchHint="Search name or e-mail"
				rowLink={rowLink}
				rowActions={
					isAll || !may("user_invites.regenerate") ? undefined : rowActions
				}
				bulk={withdrawal.bulk}
				empty={{
					icon: <MailPlus aria-hidden="true" />,
					title: "No open invitations",
					text: "Everybody who was invited has come.",
					action: invite,
				}}
			/>
			{isInviting ? (
				<InvitePerson onClose={() => setInviting(false)} onDone={setTold} />
			) : null}
			{told ? (
				<InvitationLink invite={told} onClose={() => setTold(undefined)} />
			) : null}
		</Page>
	);
}

function useWithdrawal() {
	return useBulkRun({
		operation: "user_invites.delete",
		label: "Withdraw",
		action: (count) => `Withdraw ${countOf(count, "invitation")}`,
		doing: "Withdrawing invitations",
		warning: "Their links open nothing any more.",
		danger: true,
		changes: ["user_invites", "users", "groups"],
		call: (client, { id }, options) =>
			client.userInvites.delete({ id }, options),
	});
}
