import Users from "lucide-react/icons/users";
import { useCallback, useState } from "react";
import type {
	User,
	UserCreateAnswer,
	UserInvite,
} from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { CreatePerson } from "./create-person.tsx";
import { InvitationLink } from "./invitation-link.tsx";
import { InvitePerson } from "./invite-person.tsx";
import { NewPasswordOnce } from "./new-password-once.tsx";
import { personColumns, userLink } from "./user-columns.tsx";
import { listUsers, personFilters } from "./user-filters.ts";
import { UserMenu } from "./user-menu.tsx";
import { useUsersBulk } from "./users-bulk.tsx";
import { UsersTabs } from "./users-tabs.tsx";

const people = { kind: "human" } as const;

/** The people of an account. */
export function UsersPage() {
	const { isAll, may } = useReeve();
	const [open, setOpen] = useState<"invite" | "create">();
	const { bulk, view } = useUsersBulk("person", "people");
	const rowActions = useCallback((user: User) => <UserMenu user={user} />, []);
	const invite = may("user_invites.create") ? (
		<Button variant="primary" onClick={() => setOpen("invite")}>
			Invite a person
		</Button>
	) : null;
	return (
		<Page
			title="Users"
			description="The people who are at home in this account. Who comes from another account by a grant stands there."
			actions={
				<>
					{may("users.create") ? (
						<Button onClick={() => setOpen("create")}>Create</Button>
					) : null}
					{invite}
				</>
			}
		>
			<UsersTabs />
			{view}
			<ResourceList
				noun="users"
				label="Users"
				list={listUsers}
				columns={personColumns}
				filters={personFilters}
				fixed={people}
				searchHint="Search name or e-mail"
				rowLink={userLink}
				rowActions={isAll || !may("users.update") ? undefined : rowActions}
				bulk={bulk}
				empty={{
					icon: <Users aria-hidden="true" />,
					title: "Nobody is at home here yet",
					text: "Whoever you invite chooses a password by a link.",
					action: invite,
				}}
			/>
			<NewPerson open={open} onClose={() => setOpen(undefined)} />
		</Page>
	);
}

/** The dialogs that make a person, and the one that then tells the link or the password once. */
function NewPerson({
	open,
	onClose,
}: {
	open: "invite" | "create" | undefined;
	onClose: () => void;
}) {
	const [invite, setInvite] = useState<UserInvite>();
	const [made, setMade] = useState<UserCreateAnswer>();
	return (
		<>
			{open === "invite" ? (
				<InvitePerson onClose={onClose} onDone={setInvite} />
			) : null}
			{open === "create" ? (
				<CreatePerson onClose={onClose} onDone={setMade} />
			) : null}
			{invite ? (
				<InvitationLink invite={invite} onClose={() => setInvite(undefined)} />
			) : null}
			{made ? (
				<NewPasswordOnce made={made} onClose={() => setMade(undefined)} />
			) : null}
		</>
	);
}
