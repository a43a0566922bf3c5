import { linkOptions } from "@tanstack/react-router";
import type { User } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import type { Column } from "../../list/list-types.ts";
import { roleTitle } from "../roles/role-words.ts";
import { UserStatus } from "./user-status.tsx";
import classes from "./users.module.css";

/** Where a person or a service user is looked at. */
export const userLink = ({
	id,
	account_id,
	kind,
}: Pick<User, "id" | "account_id" | "kind">) =>
	kind === "service"
		? linkOptions({
				to: "/a/$account/service-users/$id",
				params: { account: account_id, id },
			})
		: linkOptions({
				to: "/a/$account/users/$id",
				params: { account: account_id, id },
			});

const name: Column<User> = {
	id: "name",
	header: "Name",
	sortable: true,
	width: 120,
	cell: (user) => user.name || user.email,
};

const role: Column<User> = {
	id: "role",
	header: "Role",
	sortable: true,
	width: 155,
	cell: (user) => (
		<span title={roleTitle(user.role)}>{roleTitle(user.role)}</span>
	),
};

const status: Column<User> = {
	id: "status",
	header: "Status",
	width: 140,
	grow: 0,
	cell: (user) => <UserStatus user={user} />,
};

export const personColumns: Column<User>[] = [
	name,
	{
		id: "email",
		header: "E-mail",
		sortable: true,
		width: 185,
		priority: 2,
		cell: ({ email }) => <span title={email}>{email}</span>,
	},
	role,
	status,
	{
		id: "second_factor",
		header: "Second factor",
		width: 112,
		grow: 0,
		priority: 2,
		cell: ({ second_factor }) =>
			second_factor ? "Enrolled" : <span className={classes.quiet}>None</span>,
	},
	{
		id: "last_login_at",
		header: "Last sign-in",
		sortable: true,
		width: 120,
		priority: 2,
		cell: ({ last_login_at }) => <Time value={last_login_at} empty="Never" />,
	},
	{
		id: "api_access",
		header: "API access",
		width: 92,
		grow: 0,
		priority: 3,
		cell: ({ api_access }) =>
			api_access ? (
				<Badge kind="accent">On</Badge>
			) : (
				<span className={classes.quiet}>Off</span>
			),
	},
];

export const serviceUserColumns: Column<User>[] = [
	name,
	role,
	status,
	{
		id: "created_at",
		header: "Created",
		sortable: true,
		width: 140,
		priority: 2,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];
