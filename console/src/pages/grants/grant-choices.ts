import type { Client } from "../../app/client.ts";

const FOUND_MAX = 30;

const wanted = (search: string) => ({
	limit: FOUND_MAX,
	...(search === "" ? {} : { search }),
});

/** Groups that match a few letters, as a filter offers them. */
export async function findGroups(client: Client, search: string) {
	const { data } = await client.groups.list(wanted(search));
	return data.map(({ id, name }) => ({ value: id, label: name }));
}

export async function findTenants(client: Client, search: string) {
	const { data } = await client.tenants.list(wanted(search));
	return data.map(({ id, name }) => ({ value: id, label: name }));
}

export async function findPeople(client: Client, search: string) {
	const { data } = await client.users.list({
		kind: "human",
		...wanted(search),
	});
	return data.map(({ id, name, email }) => ({
		value: id,
		label: name || email,
		description: email,
	}));
}

export const groupName = (client: Client, id: string) =>
	nameOr(id, client.groups.get({ id }));

export const tenantName = (client: Client, id: string) =>
	nameOr(id, client.tenants.get({ id }));

export const personName = (client: Client, id: string) =>
	nameOr(id, client.users.get({ id }));

/** What is gone keeps its number. */
async function nameOr(
	id: string,
	asked: Promise<{ name: string }>,
): Promise<string> {
	try {
		return (await asked).name || id;
	} catch {
		return id;
	}
}
