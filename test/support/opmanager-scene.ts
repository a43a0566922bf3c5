import { insertAccount } from "../../src/modules/accounts/index.ts";
import { makeTenant } from "./people.ts";
import { addRootAccount } from "./provider.ts";
import { type Answer, startTestServer, type TestServer } from "./server.ts";

export interface Probe {
	id: string;
	number: number;
	name: string;
	/** Its id on the wire: the first of its range. */
	wireId: string;
}

/**
 * A provider with two customers. Acme has a region with a probe and the device `core-1` there; Globex has a device
 * of the same name and no probe; the provider has `office-1`.
 */
export interface OpManagerScene {
	server: TestServer;
	/** The owner's key. */
	key: string;
	provider: string;
	acme: string;
	globex: string;
	/** A customer of another provider. */
	foreign: string;
	region: string;
	probe: Probe;
	/** Calls below `/api/json/` with the owner's key, unless headers say otherwise. */
	call(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer>;
	stop(): Promise<void>;
}

export async function startOpManagerScene(
	options: Parameters<typeof startTestServer>[0] = {},
): Promise<OpManagerScene> {
	const server = await startTestServer(options);
	const { accountId: provider, token: key } = server.first;
	const acme = await makeTenant(server, "Acme");
	const globex = await makeTenant(server, "Globex");
	const region = await made(server, `/regions?account=${acme}`, {
		name: "North",
	});
	const probe = await addProbe(server, acme, "vienna-1", region.id);
	await made(server, `/devices?account=${acme}`, {
		name: "core-1",
		display_name: "Core of Acme",
		ip_address: "192.0.2.10",
		category: "Switch",
		vendor: "Contoso",
		protocol: "SNMP",
		probe_id: probe.id,
		custom_fields: { Building: "7" },
	});
	await made(server, `/devices?account=${globex}`, {
		name: "core-1",
		display_name: "Core of Globex",
		category: "Router",
	});
	await made(server, "/devices", { name: "office-1", managed: false });
	return {
		server,
		key,
		provider,
		acme,
		globex,
		foreign: await customerOfAnother(server),
		region: region.id,
		probe,
		call: (method, path, body, headers = {}) =>
			server.call(method, `/api/json/${path}`, {
				...(body === undefined ? {} : { body }),
				headers: { apikey: key, ...headers },
			}),
		stop: () => server.stop(),
	};
}

/** Makes something through the native API, as the owner. */
export async function made(server: TestServer, path: string, body: unknown) {
	const { token } = server.first;
	const answer = await server.call("POST", `/api/v1${path}`, { token, body });
	if (answer.status !== 201) throw new Error(answer.text);
	return answer.json;
}

export async function addProbe(
	server: TestServer,
	accountId: string,
	name: string,
	regionId: string | null,
): Promise<Probe> {
	const { id, number } = await made(server, `/probes?account=${accountId}`, {
		name,
		region_id: regionId,
	});
	return { id, number, name, wireId: String(number * 10_000_000_000 + 1) };
}

async function customerOfAnother(server: TestServer): Promise<string> {
	const other = await addRootAccount(server, "provider");
	const { id } = await server.server.database.transaction([other.id], (tx) =>
		insertAccount(tx, { kind: "tenant", parentId: other.id, name: "Foreign" }),
	);
	return id;
}
