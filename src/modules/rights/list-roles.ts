import Type, { type Static } from "typebox";
import {
	type ModuleName,
	moduleNames,
	moduleTitles,
	object,
	oneOf,
	operation,
	type RoleName,
	roleNames,
	roles,
} from "../../kernel/index.ts";

const Role = object({
	role: oneOf(roleNames),
	title: Type.String(),
	rank: Type.Integer({
		description: "Of several roles in one account the highest counts",
	}),
	rights: Type.Array(
		object({
			module: oneOf(moduleNames),
			title: Type.String(),
			right: oneOf(["none", "read", "write"]),
		}),
	),
	withheld: Type.Array(Type.String(), {
		description: "Operations it may not call although it has their module",
	}),
	extra: Type.Array(Type.String(), {
		description: "Operations it may call although it lacks their module",
	}),
});

export const listRoles = operation({
	id: "roles.list",
	module: "users",
	access: "read",
	scope: "caller",
	method: "GET",
	path: "/roles",
	summary: "List the roles with what each may do.",
	input: object({}),
	output: object({ data: Type.Array(Role) }),
	example: {
		input: {},
		output: {
			data: [
				{
					role: "auditor",
					title: "Auditor",
					rank: 3,
					rights: [{ module: "groups", title: "Groups", right: "read" }],
					withheld: [],
					extra: [],
				},
			],
		},
	},
	async handler() {
		return { data: roleNames.map(toRole) };
	},
});

interface TableEntry {
	title: string;
	rank: number;
	rights: Partial<Record<ModuleName, "read" | "write">> | "read" | "write";
	withheld?: readonly string[];
	extra?: readonly string[];
}

function toRole(role: RoleName): Static<typeof Role> {
	const { title, rank, rights, withheld, extra }: TableEntry = roles[role];
	return {
		role,
		title,
		rank,
		rights: moduleNames.map((module) => ({
			module,
			title: moduleTitles[module],
			right: typeof rights === "string" ? rights : (rights[module] ?? "none"),
		})),
		withheld: [...(withheld ?? [])],
		extra: [...(extra ?? [])],
	};
}
