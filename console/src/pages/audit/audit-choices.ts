import type { AuditFacetsAnswer } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import type { Option } from "../../kit/option.ts";
import { ownOperations } from "./operation-words.ts";

const FOUND_MAX = 30;
const FRESH_MS = 30_000;

/** Who and what the log had lately is asked once, not with every letter typed. */
const kept = new WeakMap<Client, Promise<AuditFacetsAnswer>>();

function facetsOf(client: Client): Promise<AuditFacetsAnswer> {
	const known = kept.get(client);
	if (known) return known;
	const asked = client.audit.facets();
	const forget = () => kept.delete(client);
	kept.set(client, asked);
	asked.catch(forget);
	setTimeout(forget, FRESH_MS);
	return asked;
}

function has(search: string, ...texts: string[]): boolean {
	const word = search.trim().toLowerCase();
	return texts.some((text) => text.toLowerCase().includes(word));
}

/** Operations that leave a line: those seen lately first. */
export async function findOperations(
	client: Client,
	search: string,
): Promise<Option[]> {
	const [facets, permissions] = await Promise.all([
		facetsOf(client),
		client.permissions.list({}).catch(() => ({ data: [] })),
	]);
	const writes = permissions.data.filter(({ access }) => access === "write");
	const summaries = new Map(
		[...writes, ...ownOperations].map(({ id, summary }) => [id, summary]),
	);
	const seen = facets.operations.map(({ value }) => value);
	return [...new Set([...seen, ...summaries.keys()])]
		.filter((id) => has(search, id, summaries.get(id) ?? ""))
		.slice(0, FOUND_MAX)
		.map((id) => ({
			value: id,
			label: id,
			description: summaries.get(id) ?? "",
		}));
}

/** Who acted lately, people from other accounts among them; then the account's own people. */
export async function findActors(
	client: Client,
	search: string,
): Promise<Option[]> {
	const [facets, users] = await Promise.all([
		facetsOf(client),
		client.users
			.list({ limit: FOUND_MAX, ...(search === "" ? {} : { search }) })
			// Who may read the log need not be allowed to read who there is.
			.catch(() => ({ data: [] })),
	]);
	const found = new Map<string, Option>();
	for (const { id, name, email, external } of facets.actors)
		if (id !== null && has(search, name, email))
			found.set(id, optionOf(id, name || email, email, external));
	for (const { id, name, email } of users.data)
		if (!found.has(id))
			found.set(id, optionOf(id, name || email, email, false));
	return [...found.values()].slice(0, FOUND_MAX);
}

function optionOf(
	value: string,
	name: string,
	description: string,
	isExternal: boolean,
): Option {
	const label = isExternal ? `${name} (External)` : name;
	return { value, label, description };
}

/** The log itself knows the names, also of whoever is gone or at home elsewhere. */
export async function nameOfActor(client: Client, id: string): Promise<string> {
	const { data } = await client.audit.list({ actor_id: id, limit: 1 });
	return data[0]?.actor.name || data[0]?.actor.email || id;
}

/** Things that the log speaks of, by a few letters of their names; the latest without. */
export async function findTargets(
	client: Client,
	search: string,
): Promise<Option[]> {
	const { data } = await client.audit.list({
		limit: 100,
		...(search === "" ? {} : { search }),
	});
	const found = new Map<string, Option>();
	for (const { target } of data)
		if (target.id !== null && target.name !== "" && !found.has(target.id))
			found.set(target.id, {
				value: target.id,
				label: `${target.name} (${target.type.replaceAll("_", " ")})`,
			});
	return [...found.values()].slice(0, FOUND_MAX);
}

export async function nameOfTarget(
	client: Client,
	id: string,
): Promise<string> {
	const { data } = await client.audit.list({ target_id: id, limit: 1 });
	return data[0]?.target.name || id;
}
