import { useNavigate, useParams } from "@tanstack/react-router";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { ThingPage } from "../../app/thing-page.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { Menu } from "../../kit/menu.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { ApiAccessSwitch } from "../keys/api-access-switch.tsx";
import { UserTokens } from "../keys/user-tokens.tsx";
import { useUserMenu } from "./user-actions.tsx";
import { type UserDialog, UserDialogs } from "./user-dialogs.tsx";
import { UserFacts } from "./user-facts.tsx";
import { UserGroups } from "./user-groups.tsx";
import { UserReach } from "./user-reach.tsx";
import { UserStatus } from "./user-status.tsx";
import classes from "./users.module.css";

/** One person, or one service user. */
export function UserPage() {
	const { id = "" } = useParams({ strict: false });
	return (
		<ThingPage
			noun="users"
			what="User"
			id={id}
			get={(client) => client.users.get}
			list={(user) =>
				user?.kind === "service"
					? { to: "/a/$account/service-users", label: "Service users" }
					: { to: "/a/$account/users", label: "Users" }
			}
			title={({ name, email }) => name || email}
			status={(user) => <UserStatus user={user} />}
			actions={(user) => <Actions user={user} />}
		>
			{(user) => <Sections user={user} />}
		</ThingPage>
	);
}

function Sections({ user }: { user: User }) {
	return (
		<div className={classes.sections}>
			<UserFacts user={user} />
			{user.kind === "human" ? (
				<Card>
					<ApiAccessSwitch user={user} />
				</Card>
			) : null}
			<UserGroups user={user} />
			<UserReach user={user} />
			<UserTokens user={user} />
			<ObjectHistory type="user" id={user.id} />
		</div>
	);
}

function Actions({ user }: { user: User }) {
	const [open, setOpen] = useState<UserDialog>();
	const navigate = useNavigate();
	const items = useUserMenu(user, setOpen);
	const isService = user.kind === "service";
	const params = { account: user.account_id };
	const leave = () =>
		isService
			? navigate({ to: "/a/$account/service-users", params })
			: navigate({ to: "/a/$account/users", params });
	if (!items.some(Boolean)) return null;
	return (
		<>
			<Menu
				trigger={
					<Button icon={<ChevronDown aria-hidden="true" />}>Actions</Button>
				}
				items={items}
			/>
			<UserDialogs
				user={user}
				open={open}
				onClose={() => setOpen(undefined)}
				onGone={leave}
			/>
		</>
	);
}
