import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import ChevronDown from "lucide-react/icons/chevron-down";
import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { Menu } from "../../kit/menu.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
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
	const { client, accountParam } = useReeve();
	const { id = "" } = useParams({ strict: false });
	const query = useQuery({
		queryKey: [accountParam, "users", id],
		queryFn: ({ signal }) => client.users.get({ id }, { signal }),
	});
	const user = query.data;
	return (
		<Page
			title={user ? user.name || user.email : "User"}
			status={user ? <UserStatus user={user} /> : null}
			back={<WayBack user={user} name={user?.name ?? id} />}
			curl={(asked) => asked.users.get({ id })}
			actions={user ? <Actions user={user} /> : null}
		>
			{query.isPending ? <SkeletonLines lines={6} /> : null}
			{query.isError ? (
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			) : null}
			{user ? <Sections user={user} /> : null}
		</Page>
	);
}

function WayBack({ user, name }: { user: User | undefined; name: string }) {
	const { accountParam: account } = useReeve();
	const isService = user?.kind === "service";
	const render = isService ? (
		<Link to="/a/$account/service-users" params={{ account }} />
	) : (
		<Link to="/a/$account/users" params={{ account }} />
	);
	const label = isService ? "Service users" : "Users";
	return <Breadcrumbs items={[{ label, render }, { label: name }]} />;
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
