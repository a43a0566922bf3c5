import type { AuditListInput } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import type { Filter } from "../../list/list-types.ts";

const FOUND_MAX = 30;

/** What the log can be narrowed by. */
export const auditFilters: Filter<AuditListInput>[] = [
	{ kind: "dates", name: "from", until: "to", label: "Time" },
	{
		kind: "reference",
		name: "operation",
		label: "Operation",
		noun: "permissions",
		find: findOperations,
		named: async (_client, id) => id,
	},
	{
		kind: "reference",
		name: "actor_id",
		label: "Who",
		noun: "users",
		find: findPeople,
		named: nameOfPerson,
	},
	{
		kind: "select",
		name: "outcome",
		label: "Outcome",
		options: [
			{ value: "done", label: "Done" },
			{ value: "refused", label: "Refused" },
		],
	},
	{
		kind: "boolean",
		name: "external",
		label: "External",
		yes: "By people from another account",
		no: "By this account's own people",
	},
	{
		kind: "select",
		name: "surface",
		label: "Surface",
		options: ["console", "rest", "netbird", "umbrella", "opmanager"].map(
			(value) => ({ value, label: value }),
		),
	},
];

async function findOperations(client: Client, search: string) {
	const { data } = await client.permissions.list(search ? { search } : {});
	return data
		.filter(({ access }) => access === "write")
		.slice(0, FOUND_MAX)
		.map(({ id, summary }) => ({ value: id, label: id, description: summary }));
}

async function findPeople(client: Client, search: string) {
	const { data } = await client.users.list({ search, limit: FOUND_MAX });
	return data.map(({ id, name, email }) => ({
		value: id,
		label: name || email,
		description: email,
	}));
}

async function nameOfPerson(client: Client, id: string) {
	try {
		const { name, email } = await client.users.get({ id });
		return name || email;
	} catch {
		// Whoever is gone, or at home elsewhere, keeps the number.
		return id;
	}
}
