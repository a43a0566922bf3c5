import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePerson, makeTenant } from "../support/people.ts";
import { addRootAccount } from "../support/provider.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let owner: string;
/** Where the attacker is an administrator, and what they may use there. */
let mine: { account: string; token: string; group: string; network: string };
/** What lies in another tenant of the same provider, and one id that nothing has. */
let theirs: Record<Kind, string>;
const NOTHING = "999999999";

type Kind =
	| "account"
	| "group"
	| "user"
	| "endpoint"
	| "network"
	| "probe"
	| "region"
	| "key"
	| "policy"
	| "device";

const native = (method: string, path: string, body?: unknown, token = owner) =>
	server.call(method, `/api/v1${path}`, { token, body });

async function made(path: string, body: unknown, token = owner) {
	const answer = await native("POST", path, body, token);
	expect(answer.status, answer.text).toBeLessThan(300);
	return answer.json;
}

beforeAll(async () => {
	server = await startTestServer();
	owner = server.first.token;
	theirs = await everythingIn(await makeTenant(server, "Theirs"));
	const account = await makeTenant(server, "Mine");
	const { token } = await makePerson(server, { role: "admin", account });
	const group = (await made("/groups", { name: "Mine" }, token)).id;
	const network = (await made("/networks", { name: "Mine" }, token)).id;
	mine = { account, token, group, network };
});
afterAll(() => server.stop());

async function everythingIn(account: string): Promise<Record<Kind, string>> {
	const at = `?account=${account}`;
	const idOf = async (path: string, body: object) =>
		(await made(`${path}${at}`, { name: "Theirs", ...body })).id as string;
	const { key } = await made(`/setup-keys${at}`, {
		name: "k",
		type: "reusable",
	});
	const machine = await made(
		"/enroll",
		{ hostname: "theirs", os: "macOS", os_version: "1", agent_version: "1" },
		key,
	);
	const user = await makePerson(server, { role: "user", account });
	return {
		account,
		group: await idOf("/groups", {}),
		user: user.id,
		endpoint: machine.id ?? machine.endpoint_id,
		network: await idOf("/networks", {}),
		probe: await idOf("/probes", {}),
		region: await idOf("/regions", {}),
		key: (
			await made(`/keys${at}`, {
				kind: "organization",
				name: "o",
				opens: "umbrella_management",
			})
		).id,
		policy: await idOf("/dns-policies", {}),
		device: await idOf("/devices", { ip_address: "10.9.8.7" }),
	};
}

type Attempt = readonly [string, string, unknown?];

/** The same attempt with what is there but foreign, and with what is nowhere: nobody can tell one from the other. */
async function expectAlike(kind: Kind, attempt: (id: string) => Attempt) {
	const [foreign, absent] = await Promise.all(
		[theirs[kind], NOTHING].map(async (id) => {
			const [method, path, body] = attempt(id);
			const answer = await server.call(method, path, {
				token: mine.token,
				body,
			});
			return [answer.status, answer.text.replaceAll(id, "#")] as const;
		}),
	);
	const context = `${attempt("#")
		.map((part) => JSON.stringify(part))
		.join(" ")} → ${foreign}`;
	expect(foreign?.[0], context).toBeGreaterThanOrEqual(400);
	expect(foreign?.[0], context).toBeLessThan(500);
	expect(foreign, context).toEqual(absent);
}

type Attempts = [Kind, (id: string) => Attempt][];

/** What an administrator of one tenant tries on another: by what stands in the path or the query. */
function inPaths(): Attempts {
	return [
		["account", (id) => ["GET", `/api/v1/groups?account=${id}`]],
		[
			"account",
			(id) => ["GET", `/api/v1/groups?account=${mine.account},${id}`],
		],
		[
			"account",
			(id) => ["POST", `/api/v1/groups?account=${id}`, { name: "x" }],
		],
		["account", (id) => ["GET", `/api/v1/tenants/${id}`]],
		["group", (id) => ["GET", `/api/v1/groups/${id}`]],
		["group", (id) => ["DELETE", `/api/v1/groups/${id}`]],
		["user", (id) => ["PATCH", `/api/v1/users/${id}`, { role: "user" }]],
		[
			"user",
			(id) => ["PUT", `/api/v1/users/${id}/api-access`, { enabled: true }],
		],
		["key", (id) => ["POST", `/api/v1/keys/${id}/regenerate`, {}]],
		["key", (id) => ["PATCH", `/api/v1/keys/${id}`, { enabled: true }]],
		[
			"policy",
			(id) => [
				"PUT",
				`/api/v1/dns-policies/${id}/identities/${theirs.network}`,
				{},
			],
		],
		[
			"device",
			(id) => ["PATCH", `/api/v1/devices/${id}`, { display_name: "x" }],
		],
	];
}

/** By groups that a body names. */
function asGroups(): Attempts {
	const { group, network } = mine;
	const rule = (groups: object) => ({
		name: "P",
		rules: [
			{
				name: "r",
				action: "accept",
				protocol: "all",
				bidirectional: true,
				sources: [group],
				destinations: [group],
				...groups,
			},
		],
	});
	return [
		[
			"group",
			(id) => [
				"POST",
				"/api/v1/users",
				{ email: "x@x.test", name: "x", role: "user", groups: [id] },
			],
		],
		[
			"group",
			(id) => [
				"POST",
				"/api/v1/user-invites",
				{ email: "x@x.test", name: "x", role: "user", groups: [id] },
			],
		],
		[
			"group",
			(id) => [
				"POST",
				"/api/v1/setup-keys",
				{ name: "x", type: "reusable", groups: [id] },
			],
		],
		["group", (id) => ["POST", "/api/v1/policies", rule({ sources: [id] })]],
		[
			"group",
			(id) => ["POST", "/api/v1/policies", rule({ destinations: [id] })],
		],
		[
			"group",
			(id) => [
				"POST",
				"/api/v1/network-resources",
				{
					network_id: network,
					name: "x",
					address: "10.0.0.1/32",
					groups: [id],
				},
			],
		],
	];
}

/** By anything else that a body names. */
function inBodies(): Attempts {
	const { group, network } = mine;
	return [
		[
			"network",
			(id) => [
				"POST",
				"/api/v1/network-resources",
				{ network_id: id, name: "x", address: "10.0.0.1/32" },
			],
		],
		[
			"endpoint",
			(id) => [
				"POST",
				"/api/v1/network-routers",
				{ network_id: network, endpoint_id: id },
			],
		],
		["user", (id) => ["POST", "/api/v1/groups", { name: "x", users: [id] }]],
		[
			"endpoint",
			(id) => ["POST", "/api/v1/groups", { name: "x", endpoints: [id] }],
		],
		[
			"endpoint",
			(id) => ["PATCH", `/api/v1/groups/${group}`, { endpoints: [id] }],
		],
		[
			"user",
			(id) => [
				"POST",
				"/api/v1/keys",
				{ kind: "service", name: "x", user_id: id },
			],
		],
		[
			"probe",
			(id) => [
				"POST",
				"/api/v1/keys",
				{ kind: "probe", name: "x", probe_id: id },
			],
		],
		[
			"probe",
			(id) => [
				"POST",
				"/api/v1/devices",
				{ name: "x", ip_address: "10.0.0.1", probe_id: id },
			],
		],
		[
			"region",
			(id) => ["POST", "/api/v1/probes", { name: "x", region_id: id }],
		],
	];
}

/** The same on the wires of the vendors. */
function onWires(): Attempts {
	return [
		["account", (id) => ["GET", `/api/groups?account=${id}`]],
		[
			"account",
			(id) => ["GET", `/api/groups?account=%3${id[0]}${id.slice(1)}`],
		],
		[
			"account",
			(id) => ["GET", `/api/groups?account=${mine.account}&account=${id}`],
		],
		["account", (id) => ["DELETE", `/api/accounts/${id}`]],
		["group", (id) => ["GET", `/api/groups/${id}`]],
		["group", (id) => ["PUT", `/api/groups/${id}`, { name: "x" }]],
		[
			"user",
			(id) => [
				"PUT",
				`/api/users/${id}`,
				{ role: "user", auto_groups: [], is_blocked: false },
			],
		],
		[
			"user",
			(id) => ["POST", `/api/users/${id}/tokens`, { name: "x", expires_in: 1 }],
		],
		["endpoint", (id) => ["GET", `/api/peers/${id}`]],
		["endpoint", (id) => ["DELETE", `/api/peers/${id}`]],
		[
			"network",
			(id) => [
				"POST",
				`/api/networks/${id}/resources`,
				{
					name: "x",
					address: "10.0.0.1/32",
					groups: [mine.group],
					enabled: true,
				},
			],
		],
		["account", (id) => ["GET", `/v1/organizations/${id}/networks`]],
		["account", (id) => ["GET", `/v1/organizations/${id}/users`]],
		["account", (id) => ["GET", `/v1/msps/${id}/customers`]],
		[
			"user",
			(id) => ["DELETE", `/v1/organizations/${mine.account}/users/${id}`],
		],
		["device", (id) => ["GET", `/api/json/device/getDeviceSummary?name=${id}`]],
	];
}

describe("an id of another tenant is nobody's, byte for byte", () => {
	test("in paths, bodies and parameters of the native API", async () => {
		for (const [kind, attempt] of [...inPaths(), ...asGroups(), ...inBodies()])
			await expectAlike(kind, attempt);
	});

	test("on the wires of the vendors", async () => {
		for (const [kind, attempt] of onWires()) await expectAlike(kind, attempt);
	});

	test("and an account of another provider is none to the owner of this one", async () => {
		const other = await addRootAccount(server, "provider", { name: "Rival" });
		for (const path of [
			"/api/v1/groups?account=",
			"/api/groups?account=",
			"/v1/msps/",
		]) {
			const end = path.startsWith("/v1/") ? "/customers" : "";
			const [foreign, absent] = await Promise.all(
				[other.id, NOTHING].map((id) =>
					server.call("GET", path + id + end, { token: owner }),
				),
			);
			expect([path, foreign?.status], foreign?.text).toEqual([path, 404]);
			expect(foreign?.text.replaceAll(other.id, "#")).toBe(
				absent?.text.replaceAll(NOTHING, "#"),
			);
		}
		const scoped = await server.call(
			"GET",
			`/api/json/device/listDevices?selCustomerID=${other.id}`,
			{ token: owner },
		);
		const nowhere = await server.call(
			"GET",
			`/api/json/device/listDevices?selCustomerID=${NOTHING}`,
			{ token: owner },
		);
		expect([scoped.status, scoped.text]).toEqual([
			nowhere.status,
			nowhere.text,
		]);
		expect(scoped.headers.get("reeve-account")).not.toBe(
			server.first.accountId,
		);
	});
});

test("a cursor made in one account moves through no other, however it is bent", async () => {
	const at = `account=${theirs.account}`;
	for (const name of ["a", "b", "c"]) await made(`/groups?${at}`, { name });
	const page = await native("GET", `/groups?${at}&limit=1`);
	const bent = [
		page.json.next,
		Buffer.from(`{"a":"0","i":"0"}`).toString("base64url"),
		Buffer.from(`{"a":"${theirs.account}","i":"0","v":"a"}`).toString(
			"base64url",
		),
	];
	for (const cursor of bent) {
		const answer = await native(
			"GET",
			`/groups?cursor=${cursor}`,
			undefined,
			mine.token,
		);
		expect(answer.status, answer.text).toBe(200);
		for (const { account_id } of answer.json.data)
			expect(account_id).toBe(mine.account);
	}
	for (const cursor of [
		"zzz",
		"e30",
		Buffer.from('{"a":"1 or 1=1","i":"1"}').toString("base64url"),
	]) {
		const answer = await native(
			"GET",
			`/groups?cursor=${cursor}`,
			undefined,
			mine.token,
		);
		expect([answer.status, answer.json.reason]).toEqual([400, "cursor"]);
	}
});
