import type { UserInviteRow } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import { StatusDot } from "../../kit/status-dot.tsx";
import type { Column } from "../../list/list-types.ts";
import { roleTitle } from "../roles/role-words.ts";

export const invitationColumns: Column<UserInviteRow>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 180,
		cell: ({ name }) => name,
	},
	{
		id: "email",
		header: "E-mail",
		sortable: true,
		width: 220,
		priority: 2,
		cell: ({ email }) => email,
	},
	{
		id: "role",
		header: "Role",
		width: 160,
		priority: 2,
		cell: ({ role }) => roleTitle(role),
	},
	{
		id: "expired",
		header: "Status",
		width: 110,
		grow: 0,
		cell: ({ expired }) =>
			expired ? (
				<StatusDot kind="warning">Expired</StatusDot>
			) : (
				<StatusDot kind="info">Open</StatusDot>
			),
	},
	{
		id: "expires_at",
		header: "Opens until",
		sortable: true,
		width: 140,
		cell: ({ expires_at }) => <Time value={expires_at} />,
	},
	{
		id: "created_by",
		header: "Invited by",
		width: 150,
		priority: 3,
		cell: ({ created_by_name }) => created_by_name || "–",
	},
];
