import type { GrantRow } from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import { Badge } from "../../kit/badge.tsx";
import type { Column } from "../../list/list-types.ts";
import { roleTitle } from "../roles/role-words.ts";
import classes from "./grants.module.css";

export type ReachRow = GrantRow & { id: string };

const role: Column<ReachRow> = {
	id: "role",
	header: "Role there",
	width: 170,
	cell: (row) => roleTitle(row.role),
};

const through: Column<ReachRow> = {
	id: "through",
	header: "Through",
	width: 200,
	priority: 2,
	cell: (row) => listOf(row.through.map(groupWords), 3),
};

/** With several groups, which role each brings. */
function groupWords(
	{ group_name, role }: GrantRow["through"][number],
	_: number,
	all: readonly unknown[],
): string {
	return all.length > 1 ? `${group_name} (${roleTitle(role)})` : group_name;
}

/** A row by what it is about: the tenant that somebody reaches, or the person who reaches a tenant. */
export const reachColumns: Record<"user" | "tenant", Column<ReachRow>[]> = {
	user: [
		{
			id: "tenant_name",
			header: "Tenant",
			sortable: true,
			width: 190,
			cell: ({ tenant_name, tenant_status }) => (
				<span className={classes.pair}>
					{tenant_name}
					{tenant_status === "suspended" ? <Badge>Suspended</Badge> : null}
				</span>
			),
		},
		role,
		through,
	],
	tenant: [
		{
			id: "user_name",
			header: "Person",
			sortable: true,
			width: 180,
			cell: ({ user_name, user_email, user_blocked }) => (
				<span className={classes.pair}>
					{user_name || user_email}
					{user_blocked ? <Badge kind="danger">Blocked</Badge> : null}
				</span>
			),
		},
		{
			id: "user_email",
			header: "E-mail",
			width: 210,
			priority: 3,
			cell: ({ user_email }) => user_email,
		},
		role,
		through,
	],
};
