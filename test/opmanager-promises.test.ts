import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WireRequest } from "../src/dialects/dialect.ts";
import { opmanager } from "../src/dialects/opmanager/index.ts";
import { ReeveError } from "../src/kernel/errors.ts";
import {
	made,
	type OpManagerScene,
	startOpManagerScene,
} from "./support/opmanager-scene.ts";
import { makePerson, makeTenant } from "./support/people.ts";

const run = promisify(execFile);
let scene: OpManagerScene;

beforeAll(async () => {
	scene = await startOpManagerScene();
});
afterAll(() => scene.stop());

const basic = (id: string, secret: string) =>
	`Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;

async function keyWith(access: object, token = scene.key) {
	const answer = await scene.server.call("POST", "/api/v1/keys", {
		token,
		body: { kind: "api", name: "narrow", access },
	});
	expect(answer.status, answer.text).toBe(201);
	return answer.json.token as string;
}

const statusesWith = async (apikey: string, calls: [string, string][]) => {
	const statuses = [];
	for (const [method, path] of calls)
		statuses.push(
			(await scene.call(method, path, undefined, { apikey })).status,
		);
	return statuses;
};

describe("promise O1: the key in the apikey header, JSON, GET to read and POST to act", () => {
	test("promise O1: curl with the apikey header lists devices as JSON", async () => {
		const { stdout } = await run("curl", [
			"--silent",
			"--show-error",
			...["--write-out", "\n%{http_code} %{content_type}"],
			...["-H", `apikey: ${scene.key}`],
			`${scene.server.url}/api/json/device/listDevices`,
		]);
		const [body = "", end] = stdout.split("\n");
		expect(end).toBe("200 application/json;charset=UTF-8");
		expect(JSON.parse(body)).toHaveLength(3);
	});

	test("promise O1: the header's name has no case, and doubled slashes do no harm", async () => {
		for (const name of ["apikey", "apiKey", "APIKEY"]) {
			const { stdout } = await run("curl", [
				"--silent",
				...["-H", `${name}: ${scene.key}`],
				`${scene.server.url}//api/json//device/listDevices/`,
			]);
			expect(JSON.parse(stdout)).toHaveLength(3);
		}
	});

	test("promise O1: what acts answers to POST alone", async () => {
		const asked = await scene.call(
			"GET",
			"discovery/addDevice?deviceName=by-get",
		);
		expect(asked.status).toBe(405);
		expect(asked.headers.get("allow")).toBe("POST");
		const done = await scene.call(
			"POST",
			"discovery/addDevice?deviceName=by-post",
		);
		expect(done.status).toBe(200);
		await scene.call("POST", "discovery/deleteDevice?deviceName=by-post");
	});

	test("one credential in every form, also as the query's apiKey", async () => {
		const { key, server } = scene;
		const { id, secret } = server.first.key;
		const forms: [string, Record<string, string>][] = [
			["", { apikey: key }],
			["", { authorization: `Token ${key}` }],
			["", { authorization: `Bearer ${key}` }],
			["", { authorization: basic(id, secret) }],
			[`?apiKey=${key}`, {}],
			[`?apiKey=${key}`, { apikey: key }],
			[`?apiKey=${key}`, { authorization: `Token ${key}` }],
		];
		for (const [query, headers] of forms) {
			const path = `/api/json/device/getCategoryList${query}`;
			const answer = await server.call("GET", path, { headers });
			expect([Object.keys(headers), answer.status]).toEqual([
				Object.keys(headers),
				200,
			]);
		}
	});

	test("two different keys in one request are no key", async () => {
		const { key, server } = scene;
		const other = await keyWith({ type: "all" });
		const path = "/api/json/device/getCategoryList";
		for (const [query, headers] of [
			[`?apiKey=${other}`, { apikey: key }],
			[`?apiKey=nonsense`, { apikey: key }],
			[`?apiKey=${key}&apiKey=${other}`, {}],
			[`?apiKey=${key}&apikey=${other}`, {}],
			["?apiKey=", {}],
		] as [string, Record<string, string>][]) {
			const answer = await server.call("GET", path + query, { headers });
			expect([query, answer.status]).toEqual([query, 401]);
			expect(answer.json.error.errorcode).toBe("INVALID_API_KEY");
		}
	});

	test("a key in the query reaches no log line, no audit row and no answer", async () => {
		const { key, server } = scene;
		const secret = key.slice(-32);
		for (const path of [
			`/api/json/device/listDevices?apiKey=${key}&nonsense=1`,
			`/api/json/discovery/addDevice?apiKey=${key}&deviceName=leaky`,
			`/api/json/discovery/deleteDevice?apiKey=${key}&deviceName=leaky`,
			`/api/json/no/such?apiKey=${key}`,
			`/api/json/device/listDevices?apiKey=${key}&selCustomerID=x`,
			`/api/json/device/listDevices?apiKey=${key}%zz`,
		])
			for (const method of ["GET", "POST", "PUT"])
				expect((await server.call(method, path)).text).not.toContain(secret);
		const audit = await server.call("GET", "/api/v1/audit-events?limit=1000", {
			token: key,
		});
		expect(audit.status).toBe(200);
		expect(audit.text).toContain("leaky");
		expect(audit.text).not.toContain(secret);
		expect(server.logLines.length).toBeGreaterThan(0);
		expect(server.logLines.join("")).not.toContain(secret);
	});
});

describe("promise O2: API access is off until an administrator turns it on", () => {
	test("promise O2: a key of a user without API access is refused on this wire, and works once it is on", async () => {
		const person = await makePerson(scene.server, {
			role: "operator",
			apiAccess: false,
		});
		const ask = () =>
			scene.call("GET", "device/listDevices", undefined, {
				apikey: person.token,
			});
		const refused = await ask();
		expect(refused.status).toBe(403);
		expect(refused.json.error).toMatchObject({
			code: 403,
			errorcode: "ACCESS_DENIED",
			message: expect.stringContaining("API access is off"),
		});
		const path = `/api/v1/users/${person.id}/api-access`;
		for (const [enabled, status] of [
			[true, 200],
			[false, 403],
		] as const) {
			await scene.server.call("PUT", path, {
				token: scene.key,
				body: { enabled },
			});
			expect((await ask()).status).toBe(status);
		}
	});

	test("promise O2: a user added over this wire starts without it", async () => {
		const added = await scene.call("POST", "admin/addUser", {
			userName: "Newcomer",
			password: "An-example-1",
			privilege: "Administrators",
			emailId: "newcomer@provider.test",
		});
		expect(added.json).toEqual({
			result: { message: "User has been successfully added." },
		});
		const { json } = await scene.call("GET", "admin/listUsers");
		expect(json).toContainEqual(
			expect.objectContaining({
				userName: "Newcomer",
				role: "admin",
				restApiAccess: false,
			}),
		);
	});
});

describe("promise O4: a key is narrowed to modules or to operations, and never does more than its user", () => {
	const calls: [string, string][] = [
		["GET", "device/listDevices"],
		["GET", "admin/listProbes"],
		["GET", "admin/listUsers"],
		["POST", "discovery/deleteDevice?deviceName=nobody"],
	];

	test("promise O4: by module, where none is the default", async () => {
		const reading = await keyWith({
			type: "modules",
			modules: { devices: "read", users: "none" },
		});
		expect(await statusesWith(reading, calls)).toEqual([200, 403, 403, 403]);
		const writing = await keyWith({
			type: "modules",
			modules: { devices: "write", probes: "read" },
		});
		expect(await statusesWith(writing, calls)).toEqual([200, 200, 403, 404]);
	});

	test("promise O4: by operation", async () => {
		const key = await keyWith({
			type: "operations",
			operations: ["probes.list"],
		});
		expect(await statusesWith(key, calls)).toEqual([403, 200, 403, 403]);
	});

	test("promise O4: cut by what its user may do", async () => {
		const operator = await makePerson(scene.server, { role: "operator" });
		expect(
			await statusesWith(operator.token, [
				["GET", "device/listDevices"],
				["GET", "admin/listUsers"],
				["POST", "admin/deleteUser?userName=nobody"],
				["POST", "admin/addUser"],
			]),
		).toEqual([200, 200, 403, 403]);
	});
});

describe("promise O7: statuses", () => {
	const cases: [number, string, string, string, object?][] = [
		[200, "GET", "device/getCategoryList", ""],
		[400, "GET", "device/getDeviceSummary", "LESS_THAN_MIN_OCCURANCE"],
		[400, "GET", "device/listDevices?page=0", "OUT_OF_RANGE"],
		[401, "GET", "device/listDevices", "INVALID_API_KEY", { apikey: "wrong" }],
		[404, "GET", "device/getDeviceSummary?name=x", "RESOURCE_NOT_FOUND"],
		[404, "GET", "device/noSuchMethod", "URL_RULE_NOT_CONFIGURED"],
		[404, "POST", "v3/device/listDevices", "URL_RULE_NOT_CONFIGURED"],
		[405, "PUT", "device/listDevices", "INVALID_METHOD"],
	];

	test.each(cases)(
		"promise O7: %i for %s %s",
		async (status, method, path, errorcode, headers = {}) => {
			const answer = await scene.call(
				method,
				path,
				undefined,
				headers as Record<string, string>,
			);
			expect(answer.status, answer.text).toBe(status);
			if (errorcode === "") return;
			expect(answer.json).toEqual({
				error: { code: status, message: expect.any(String), errorcode },
			});
		},
	);

	test("promise O7: 403 for a key that lacks permission, before its parameters are looked at", async () => {
		const apikey = await keyWith({ type: "operations", operations: [] });
		const answer = await scene.call("POST", "discovery/addDevice", "{", {
			apikey,
			"content-type": "application/json",
		});
		expect(answer.status).toBe(403);
		expect(answer.json.error).toMatchObject({
			code: 403,
			errorcode: "ACCESS_DENIED",
		});
	});
});

test("promise O7: 500 tells nothing of what went wrong inside", () => {
	const cause = new Error("relation devices does not exist");
	const error = new ReeveError("internal", "The server failed.", { cause });
	const wire = { route: "" } as WireRequest;
	expect(opmanager.error(error, wire)).toEqual({
		status: 500,
		body: {
			error: {
				code: 500,
				message: "The server failed.",
				errorcode: "INTERNAL_ERROR",
			},
		},
	});
});

describe("promise O8: data or a result, and an error object", () => {
	test("promise O8: reads answer the data, changes a result, errors code and message", async () => {
		const list = await scene.call("GET", "device/listDevices");
		expect(Array.isArray(list.json)).toBe(true);
		await scene.call("POST", "discovery/addDevice?deviceName=short-lived");
		const gone = await scene.call(
			"POST",
			"discovery/deleteDevice?deviceName=short-lived",
		);
		expect(gone.json).toEqual({
			result: { message: "Device deleted successfully." },
		});
		const wrong = await scene.call("GET", "device/listDevices?rows=x");
		expect(wrong.json.error).toEqual({
			code: 400,
			message: "'rows' must be an integer.",
			errorcode: "DATATYPE_NOT_MATCHED",
		});
	});
});

describe("promises O9 and O10: devices, page by page", () => {
	let customer: string;
	beforeAll(async () => {
		customer = await makeTenant(scene.server, "Many devices");
		for (let i = 0; i < 7; i++)
			await made(scene.server, `/devices?account=${customer}`, {
				name: `host-${i}`,
				type: i < 5 ? "Linux" : "Windows",
			});
	});

	test("promise O9: page and rows cut the list; total counts pages, records devices", async () => {
		const page = async (path: string, number: number) => {
			const { json } = await scene.call(
				"GET",
				`${path}?selCustomerID=${customer}&page=${number}&rows=3&sortByColumn=deviceName`,
			);
			const { rows, ...figures } = json;
			return {
				...figures,
				names: rows.map((row: { deviceName: string }) => row.deviceName),
			};
		};
		for (const path of ["device/listDevices", "v2/device/listDevices"]) {
			const figures = { total: 3, records: 7 };
			const names = ["host-0", "host-1", "host-2"];
			expect(await page(path, 1)).toEqual({ ...figures, page: 1, names });
			expect(await page(path, 3)).toEqual({
				...figures,
				page: 3,
				names: ["host-6"],
			});
			expect(await page(path, 4)).toEqual({ ...figures, page: 4, names: [] });
			expect(await page(path, 10_000_000)).toMatchObject({
				...figures,
				names: [],
			});
		}
	});

	test("promise O9: the second version filters", async () => {
		const names = async (query: string) => {
			const { json } = await scene.call(
				"GET",
				`v2/device/listDevices?selCustomerID=${customer}&${query}`,
			);
			return json.rows.map((row: { deviceName: string }) => row.deviceName);
		};
		expect(await names("type=Windows&sortByType=desc")).toHaveLength(2);
		expect(await names("deviceName=host-3")).toEqual(["host-3"]);
		expect(await names("severity=1,2")).toEqual([]);
		expect(await names("severity=5,7&category=Unknown")).toHaveLength(7);
		expect(
			await names("type=Linux&sortByColumn=displayName&sortByType=desc&rows=1"),
		).toEqual(["host-4"]);
	});

	test("promise O10: both versions list devices with id, name, type and status", async () => {
		const v1 = await scene.call(
			"GET",
			`device/listDevices?selCustomerID=${customer}`,
		);
		const v2 = await scene.call(
			"GET",
			`v2/device/listDevices?page=1&rows=200&selCustomerID=${customer}`,
		);
		expect(v1.json).toHaveLength(7);
		expect(v2.json).toMatchObject({ total: 1, page: 1, records: 7 });
		for (const row of [...v1.json, ...v2.json.rows]) {
			expect(row).toMatchObject({
				id: String(row.moid),
				deviceName: expect.stringMatching(/^host-/),
				type: expect.stringMatching(/^(Linux|Windows)$/),
				statusStr: "Unknown",
				statusNum: "7",
				isNew: true,
			});
			expect(row.addedTime).toMatch(
				/^\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [AP]M UTC$/,
			);
		}
	});

	test("what is no page is refused", async () => {
		for (const query of [
			"page=0",
			"rows=0",
			"rows=20001",
			"page=-1",
			"rows=1.5",
			"sortByColumn=password",
			"sortByType=sideways",
		]) {
			const answer = await scene.call("GET", `v2/device/listDevices?${query}`);
			expect([query, answer.status]).toEqual([query, 400]);
		}
	});
});

describe("promise O11: the whole API as one document", () => {
	test("promise O11: OpenAPI 3.1, without a key, with every endpoint and its limit", async () => {
		const { status, json } = await scene.server.call(
			"GET",
			"/openapi/opmanager.json",
		);
		expect(status).toBe(200);
		expect(json.openapi).toBe("3.1.0");
		const list = json.paths["/api/json/device/listDevices"].get;
		expect(list.parameters.map(({ name }: { name: string }) => name)).toEqual(
			expect.arrayContaining(["page", "rows", "severity", "selCustomerID"]),
		);
		const probes = json.paths["/api/json/admin/listProbes"].get;
		expect(probes["x-ratelimit"]).toEqual({ limit: 25, window: 60 });
		const add = json.paths["/api/json/admin/addUser"].post;
		expect(add.requestBody.content["application/json"].schema.required).toEqual(
			["userName", "password", "privilege"],
		);
		expect(add.responses["400"]).toBeDefined();
	});
});
