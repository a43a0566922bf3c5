import type { User } from "../../../../generated/client.ts";
import type { Option } from "../../kit/option.ts";

export type RoleName = User["role"];
/** A role that a grant may give: a tenant's owner is one of its own people. */
export type GrantedRole = Exclude<RoleName, "owner">;

interface RoleWords {
	title: string;
	/** What it may do, in a sentence; the table of roles says it exactly. */
	sentence: string;
}

/** The roles, the highest first. */
export const roleWords: Record<RoleName, RoleWords> = {
	owner: {
		title: "Owner",
		sentence: "Everything, also deleting the account. There is one.",
	},
	admin: {
		title: "Administrator",
		sentence: "Everything but deleting the account.",
	},
	network_admin: {
		title: "Network administrator",
		sentence: "Networks, groups, policies, devices and keys; reads the rest.",
	},
	operator: {
		title: "Operator",
		sentence: "Devices, endpoints and keys; reads the rest.",
	},
	auditor: {
		title: "Auditor",
		sentence: "Reads everything, changes nothing.",
	},
	billing_admin: {
		title: "Billing administrator",
		sentence: "Reads accounts, tenants, seats and limits.",
	},
	user: {
		title: "User",
		sentence: "Their own sign-in and endpoints, nothing else.",
	},
};

export const roleNames = Object.keys(roleWords) as RoleName[];

/** The role's title; of one that this console does not know, its name. */
export function roleTitle(role: string): string {
	return (roleWords as Record<string, RoleWords>)[role]?.title ?? role;
}

/** For lists, where one narrows by role. */
export const roleFilterOptions: Option<RoleName>[] = roleNames.map((value) => ({
	value,
	label: roleWords[value].title,
}));

const withSentences: Option<RoleName>[] = roleNames.map((value) => ({
	value,
	label: roleWords[value].title,
	description: roleWords[value].sentence,
}));

/** What a grant may give. */
export const grantedRoleOptions = withSentences.filter(
	(option): option is Option<GrantedRole> => option.value !== "owner",
);

/** Whether a role stands above another. */
export function standsAbove(role: RoleName, other: RoleName | null): boolean {
	if (other === null) return true;
	return roleNames.indexOf(role) < roleNames.indexOf(other);
}

/** The roles that somebody may give who has one: nobody gives more than they have, and the owner's is handed on. */
export function givableRoles(own: RoleName | null): Option<RoleName>[] {
	return withSentences.filter(
		({ value }) => value !== "owner" && !standsAbove(value, own),
	);
}
