import { insertAccount } from "../../src/modules/accounts/index.ts";
import { makeTenant } from "./people.ts";
import { type Answer, startTestServer, type TestServer } from "./server.ts";

/** A server with a provider whose owner calls the Umbrella wire, and a customer with one roaming computer. */
export interface UmbrellaScene {
	server: TestServer;
	/** The provider's number: mspId and serviceProviderId. */
	msp: string;
	/** A customer, which is an organization. */
	org: string;
	/** A customer that has verified ranges: 198.51.100.0/24. */
	verified: string;
	/** The number of an account of another provider. */
	foreign: string;
	/** The roaming computer in `org`. */
	deviceId: string;
	call(
		method: string,
		path: string,
		body?: unknown,
		headers?: Record<string, string>,
	): Promise<Answer>;
	stop(): Promise<void>;
}

export const basic = (key: string, secret: string): string =>
	Buffer.from(`${key}:${secret}`).toString("base64");

export async function startUmbrellaScene(
	options: Parameters<typeof startTestServer>[0] = {},
): Promise<UmbrellaScene> {
	const server = await startTestServer(options);
	const { accountId: msp, key, token } = server.first;
	const org = await makeTenant(server, "Scene customer");
	const verified = await makeTenant(server, "Verified customer");
	const ranged = await server.call("PATCH", `/api/v1/tenants/${verified}`, {
		token,
		body: { verified_ranges: ["198.51.100.0/24"] },
	});
	if (ranged.status !== 200) throw new Error(ranged.text);
	const authorization = `Basic ${basic(key.id, key.secret)}`;
	return {
		server,
		msp,
		org,
		verified,
		foreign: await otherProviderOf(server),
		deviceId: await enrol(server, org, "reception"),
		call: (method, path, body, headers = {}) =>
			server.call(method, path, {
				...(body === undefined ? {} : { body }),
				headers: { authorization, ...headers },
			}),
		stop: () => server.stop(),
	};
}

/** Enrols a computer as its agent does, and answers the number of the device. */
export async function enrol(
	server: TestServer,
	account: string,
	hostname: string,
): Promise<string> {
	const { token } = server.first;
	const made = await server.call(
		"POST",
		`/api/v1/setup-keys?account=${account}`,
		{
			token,
			body: { name: hostname, type: "one-off" },
		},
	);
	const machine = await server.call("POST", "/api/v1/enroll", {
		token: made.json.key,
		body: {
			hostname,
			os: "macOS",
			os_version: "10.14.6",
			agent_version: "3.0.29",
		},
	});
	if (machine.status >= 300) throw new Error(`${made.text} ${machine.text}`);
	const beat = await server.call("POST", "/api/v1/heartbeat", {
		token: machine.json.token,
		body: { status: "Encrypted" },
	});
	if (beat.status >= 300) throw new Error(beat.text);
	return machine.json.device_id;
}

async function otherProviderOf(server: TestServer): Promise<string> {
	return server.server.database.transaction([], async (tx) => {
		const { id } = await insertAccount(tx, { kind: "provider", name: "Other" });
		return id;
	});
}
