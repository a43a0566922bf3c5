import type {
	CallOptions,
	UsersListInput,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import type { Filter } from "../../list/list-types.ts";
import { roleFilterOptions } from "../roles/role-words.ts";

/** The list's input, with blocked people as one of the states that people ask for. */
export type UserListInput = Omit<UsersListInput, "status"> & {
	status?: string;
};

const states: Record<string, Pick<UsersListInput, "status" | "blocked">> = {
	active: { status: "active", blocked: false },
	invited: { status: "invited" },
	pending: { status: "pending" },
	blocked: { blocked: true },
};

/** The list of users, which knows two questions where people ask one. */
export const listUsers =
	({ users }: Client) =>
	({ status, ...input }: UserListInput, options?: CallOptions) =>
		users.list({ ...input, ...(status ? states[status] : {}) }, options);

const status: Filter<UserListInput> = {
	kind: "select",
	name: "status",
	label: "Status",
	options: [
		{ value: "active", label: "Active" },
		{ value: "invited", label: "Invited" },
		{ value: "pending", label: "Awaits approval" },
		{ value: "blocked", label: "Blocked" },
	],
};

const role: Filter<UserListInput> = {
	kind: "select",
	name: "role",
	label: "Role",
	options: roleFilterOptions,
};

const group: Filter<UserListInput> = {
	kind: "reference",
	name: "group_id",
	label: "Group",
	noun: "groups",
	find: async (client, search) => {
		const { data } = await client.groups.list({
			limit: 20,
			...(search === "" ? {} : { search }),
		});
		return data.map(({ id, name }) => ({ value: id, label: name }));
	},
	named: async (client, id) => {
		try {
			return (await client.groups.get({ id })).name;
		} catch {
			// A group that is gone keeps its number.
			return id;
		}
	},
};

export const personFilters: Filter<UserListInput>[] = [
	role,
	status,
	{
		kind: "boolean",
		name: "second_factor",
		label: "Second factor",
		yes: "Enrolled",
		no: "None",
	},
	{
		kind: "boolean",
		name: "api_access",
		label: "API access",
		yes: "On",
		no: "Off",
	},
	{
		kind: "boolean",
		name: "reaches_tenants",
		label: "Reaches tenants",
		yes: "Yes",
		no: "No",
	},
	group,
];

export const serviceUserFilters: Filter<UserListInput>[] = [
	role,
	{
		kind: "boolean",
		name: "blocked",
		label: "Status",
		yes: "Blocked",
		no: "Active",
	},
	group,
];
