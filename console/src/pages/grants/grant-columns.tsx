import type { Grant, GrantsListInput } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { grantedRoleOptions, roleTitle } from "../roles/role-words.ts";
import {
	findGroups,
	findPeople,
	findTenants,
	groupName,
	personName,
	tenantName,
} from "./grant-choices.ts";

export const groupColumn: Column<Grant> = {
	id: "group_name",
	header: "Group",
	sortable: true,
	width: 190,
	cell: ({ group_name }) => group_name,
};

export const tenantColumn: Column<Grant> = {
	id: "tenant_name",
	header: "Tenant",
	sortable: true,
	width: 190,
	cell: ({ tenant_name }) => tenant_name,
};

export const grantColumns: Column<Grant>[] = [
	{
		id: "role",
		header: "Role there",
		sortable: true,
		width: 180,
		cell: ({ role }) => roleTitle(role),
	},
	{
		id: "created_at",
		header: "Granted",
		sortable: true,
		width: 130,
		priority: 2,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];

export const grantFilters: Filter<GrantsListInput>[] = [
	{
		kind: "reference",
		name: "group_id",
		label: "Group",
		noun: "groups",
		find: findGroups,
		named: groupName,
	},
	{
		kind: "reference",
		name: "tenant_id",
		label: "Tenant",
		noun: "tenants",
		find: findTenants,
		named: tenantName,
	},
	{
		kind: "reference",
		name: "user_id",
		label: "Person",
		noun: "users",
		find: findPeople,
		named: personName,
	},
	{
		kind: "select",
		name: "role",
		label: "Role",
		options: grantedRoleOptions.map(({ value, label }) => ({ value, label })),
	},
];
