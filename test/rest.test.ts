import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insertAccount } from "../src/modules/accounts/insert-account.ts";
import { operations } from "../src/modules/index.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "./support/server.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
	server = await startTestServer();
	token = server.first.token;
});
afterAll(() => server.stop());

let made = 0;
async function makeGroup(): Promise<Answer> {
	made++;
	return server.call("POST", "/api/v1/groups", {
		token,
		body: { name: `Group ${made}` },
	});
}

function post(options: {
	body?: unknown;
	headers?: Record<string, string>;
	query?: string;
	as?: string | undefined;
}): Promise<Answer> {
	const { body, headers = {}, query = "" } = options;
	return server.call("POST", `/api/v1/groups${query}`, {
		token: "as" in options ? options.as : token,
		body,
		headers,
	});
}

describe("headers of every answer", () => {
	it("says where the call ran, under which id, and what is left of the budget", async () => {
		const answer = await server.call("GET", "/api/v1/groups", { token });
		expect(answer.status).toBe(200);
		expect(answer.headers.get("reeve-account")).toBe(server.first.accountId);
		expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{16,}$/);
		expect(answer.headers.get("ratelimit-policy")).toMatch(
			/^"credential";q=\d+;w=\d+, "operation";q=\d+;w=60$/,
		);
		expect(answer.headers.get("ratelimit")).toMatch(
			/^"credential";r=\d+;t=\d+, "operation";r=\d+;t=\d+$/,
		);
		expect(answer.headers.get("cache-control")).toBe("no-store");
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
	});

	it("echoes a fan-out as it was asked", async () => {
		const answer = await server.call("GET", "/api/v1/groups?account=*", {
			token,
		});
		expect(answer.status).toBe(200);
		expect(answer.headers.get("reeve-account")).toBe("*");
	});

	it("answers HEAD as GET without the body", async () => {
		const answer = await server.call("HEAD", "/api/v1/groups", { token });
		expect(answer.status).toBe(200);
		expect(answer.text).toBe("");
		expect(answer.headers.get("reeve-account")).toBe(server.first.accountId);
	});
});

describe("the one credential in every form", () => {
	it("opens as Token, Bearer, apikey and Basic, as a pair and joined", async () => {
		const { id, secret } = server.first.key;
		const basic = (text: string) =>
			`Basic ${Buffer.from(text).toString("base64")}`;
		for (const headers of [
			{ authorization: `Token ${token}` },
			{ authorization: `Bearer ${token}` },
			{ apikey: server.first.apiKey },
			{ authorization: basic(`${id}:${secret}`) },
			{ authorization: basic(`${token}:`) },
		] as Record<string, string>[]) {
			const answer = await server.call("GET", "/api/v1/groups", { headers });
			expect(answer.status).toBe(200);
		}
	});

	it("asks for a credential on every operation", async () => {
		for (const { method, path } of operations) {
			const url = `/api/v1${path.replaceAll(/\{[^}]+\}/g, "1")}`;
			const answer = await server.call(method, url);
			expect([url, answer.status]).toEqual([url, 401]);
		}
	});

	it("asks for a credential with 401, whatever was sent", async () => {
		for (const body of [undefined, "{broken", '{"name":"x"}', "[]"]) {
			const answer = await post({
				as: undefined,
				body,
				headers: { "content-type": "application/json" },
			});
			expect(answer.status).toBe(401);
			expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
			expect(answer.json.code).toBe("unauthenticated");
		}
	});
});

describe("success", () => {
	it("answers a creation with 201, its place and its version", async () => {
		const answer = await makeGroup();
		expect(answer.status).toBe(201);
		expect(answer.headers.get("location")).toBe(
			`/api/v1/groups/${answer.json.id}`,
		);
		expect(answer.headers.get("etag")).toBe('"1"');
	});

	it("gives a place that can be followed when an account was named", async () => {
		const answer = await post({
			body: { name: "Placed" },
			query: `?account=${server.first.accountId}`,
		});
		const location = answer.headers.get("location") ?? "";
		expect(location).toContain(`?account=${server.first.accountId}`);
		const read = await server.call("GET", location, { token });
		expect(read.json.id).toBe(answer.json.id);
	});

	it("answers a deletion with 204 and nothing", async () => {
		const { json } = await makeGroup();
		const answer = await server.call("DELETE", `/api/v1/groups/${json.id}`, {
			token,
		});
		expect(answer.status).toBe(204);
		expect(answer.text).toBe("");
		expect(answer.headers.get("reeve-account")).toBe(server.first.accountId);
	});

	it("takes numbers and booleans from the query as what they are", async () => {
		const answer = await server.call(
			"GET",
			"/api/v1/groups?limit=1&count=true",
			{ token },
		);
		expect(answer.status).toBe(200);
		expect(answer.json.data).toHaveLength(1);
		expect(answer.json.total).toBeGreaterThan(1);
	});
});

describe("input that is refused", () => {
	const cases: [string, Parameters<typeof post>[0], number, string][] = [
		["malformed JSON", { body: "{broken", headers: json() }, 400, "json"],
		["a body that is a list", { body: [], headers: json() }, 400, "object"],
		["a body that is null", { body: "null", headers: json() }, 400, "object"],
		[
			"bytes that are not UTF-8",
			{ body: "\xff", headers: { "content-type": "text/plain" } },
			415,
			"content_type",
		],
		["a missing field", { body: {} }, 400, "required"],
		["no body at all", {}, 400, "required"],
		[
			"an unknown field",
			{ body: { name: "x", colour: "red" } },
			400,
			"additionalProperties",
		],
		[
			"a field of the wrong type, which a body must not be coerced into",
			{ body: { name: 5 } },
			400,
			"type",
		],
		[
			"a query field on a write",
			{ body: { name: "x" }, query: "?dry_run=1" },
			400,
			"additionalProperties",
		],
		[
			"a name that reaches a prototype",
			{ body: '{"name":"x","__proto__":{"admin":true}}', headers: json() },
			400,
			"name",
		],
		[
			"a form",
			{
				body: "name=x",
				headers: { "content-type": "application/x-www-form-urlencoded" },
			},
			415,
			"content_type",
		],
		[
			"a compressed body",
			{ body: "{}", headers: { ...json(), "content-encoding": "gzip" } },
			415,
			"content_type",
		],
		[
			"an empty account",
			{ body: { name: "x" }, query: "?account=" },
			400,
			"account",
		],
		[
			"an account given twice",
			{ body: { name: "x" }, query: "?account=1&account=2" },
			400,
			"account",
		],
		[
			"an account that is no number",
			{ body: { name: "x" }, query: "?account=abc" },
			400,
			"account",
		],
	];
	it.each(cases)("%s", async (_what, options, status, reason) => {
		const answer = await post(options);
		expect(answer.status).toBe(status);
		expect(answer.headers.get("content-type")).toMatch(
			/^application\/problem\+json/,
		);
		expect(answer.json).toMatchObject({ status, reason });
	});

	it("a body over 1 MiB, with 413", async () => {
		const answer = await post({ body: { name: "x".repeat(1_048_577) } });
		expect(answer.status).toBe(413);
		expect(answer.json.code).toBe("too_large");
	});

	it("nesting deep enough to exhaust a stack", async () => {
		const body = `{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
		const answer = await post({ body, headers: json() });
		expect(answer.status).toBe(400);
		expect(answer.json.reason).toBe("depth");
	});

	it("a repeated query field, naming it", async () => {
		const answer = await server.call("GET", "/api/v1/groups?limit=1&limit=2", {
			token,
		});
		expect(answer.status).toBe(400);
		expect(answer.json.errors[0]).toMatchObject({
			pointer: "/limit",
			rule: "repeated",
		});
	});

	it("an unknown query field and a number that is none, naming both", async () => {
		const answer = await server.call(
			"GET",
			"/api/v1/groups?limit=many&colour=red",
			{ token },
		);
		expect(answer.status).toBe(400);
		const pointers = answer.json.errors.map(
			({ pointer }: { pointer: string }) => pointer,
		);
		expect(pointers.sort()).toEqual(["/colour", "/limit"]);
	});

	it("a body that contradicts its path, and not one that repeats it", async () => {
		const { json: group } = await makeGroup();
		const rename = (id: string) =>
			server.call("PATCH", `/api/v1/groups/${group.id}`, {
				token,
				body: { id, name: `Renamed ${group.id}` },
			});
		expect((await rename("1")).json).toMatchObject({
			status: 400,
			errors: [{ pointer: "/id", rule: "path" }],
		});
		expect((await rename(group.id)).status).toBe(200);
	});

	it("a field in the body of a deletion, whose input travels in the query", async () => {
		const { json: group } = await makeGroup();
		const remove = (body: unknown) =>
			server.call("DELETE", `/api/v1/groups/${group.id}`, { token, body });
		expect((await remove({ force: true })).status).toBe(400);
		expect((await remove({})).status).toBe(204);
	});

	it("keeps what a body holds out of the answer to malformed JSON", async () => {
		const answer = await post({ body: '{"secret": hunter2}', headers: json() });
		expect(answer.status).toBe(400);
		expect(answer.text).not.toContain("hunter2");
	});

	it("takes +json types and parameters of the type", async () => {
		for (const type of [
			"application/json; charset=utf-8",
			"application/merge-patch+json",
		]) {
			made++;
			const answer = await post({
				body: JSON.stringify({ name: `Group ${made}` }),
				headers: { "content-type": type },
			});
			expect(answer.status).toBe(201);
		}
	});
});

describe("what is not there", () => {
	it("answers an unknown path with 404 as a problem", async () => {
		for (const path of ["/api/v1", "/api/v1/nothing", "/api/v1/groups/1/x/y"]) {
			const answer = await server.call("GET", path);
			expect(answer.status).toBe(404);
			expect(answer.headers.get("content-type")).toMatch(
				/^application\/problem\+json/,
			);
			expect(answer.headers.get("x-request-id")).toBeTruthy();
		}
	});

	it("answers a malformed path or body of an unknown path without a stack", async () => {
		const answer = await server.call("POST", "/api/v1/nothing", {
			body: "{broken",
			headers: json(),
		});
		expect(answer.status).toBe(404);
		expect(answer.text).not.toMatch(/\bat .*:\d+/);
	});

	it("answers a method that a path does not have with 405 and those it has", async () => {
		for (const method of ["DELETE", "PUT", "OPTIONS"]) {
			const answer = await server.call(method, "/api/v1/groups", { token });
			expect(answer.status).toBe(405);
			expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
			expect(answer.json.code).toBe("method_not_allowed");
		}
	});
});

describe("requests that reach no operation", () => {
	it("are answered as problems that name none of the server's parts", async () => {
		const tooLong = "9".repeat(600);
		for (const [path, status] of [
			["/nothing", 404],
			["/api/v1/groups/%zz", 400],
			["/%zz", 400],
			[`/api/v1/groups/${tooLong}`, 400],
		] as const) {
			const answer = await server.call("GET", path, { token });
			expect(answer.status).toBe(status);
			expect(answer.headers.get("content-type")).toMatch(
				/^application\/problem/,
			);
			expect(answer.text).not.toMatch(/FST_|Route GET/);
			expect(answer.headers.get("x-request-id")).toBeTruthy();
		}
	});

	it("leave the count of requests in flight as it was", async () => {
		await server.call("GET", "/api/v1/groups/%zz", { token });
		const { text } = await server.call("GET", "/metrics");
		const inFlight = /^reeve_\w*in_flight\w* (-?\d+)$/m.exec(text)?.[1];
		expect(inFlight).toBe("1");
	});
});

describe("versions", () => {
	it("answers 304 to a reader who has this version", async () => {
		const { json: group } = await makeGroup();
		const path = `/api/v1/groups/${group.id}`;
		const read = (tag: string) =>
			server.call("GET", path, { token, headers: { "if-none-match": tag } });
		for (const tag of ['"1"', 'W/"1"', '"9", "1"', "*"]) {
			const answer = await read(tag);
			expect(answer.status).toBe(304);
			expect(answer.text).toBe("");
			expect(answer.headers.get("etag")).toBe('"1"');
		}
		for (const tag of ['"2"', "1", ""])
			expect((await read(tag)).status).toBe(200);
	});

	it("holds a write to the version its caller has seen", async () => {
		const { json: group } = await makeGroup();
		let renamed = 0;
		const rename = (tag: string) =>
			server.call("PATCH", `/api/v1/groups/${group.id}`, {
				token,
				body: { name: `Version ${group.id} ${renamed++}` },
				headers: { "if-match": tag },
			});
		for (const tag of ['"2"', 'W/"1"', '"abc"', '"0"'])
			expect((await rename(tag)).status).toBe(412);
		for (const tag of ["1", "", '"1", "2"'])
			expect((await rename(tag)).status).toBe(400);
		const answer = await rename('"1"');
		expect(answer.status).toBe(200);
		expect(answer.headers.get("etag")).toBe('"2"');
		expect((await rename('"1"')).status).toBe(412);
		expect((await rename("*")).status).toBe(200);
	});
});

describe("Idempotency-Key", () => {
	it("gives a repeated creation the first answer, marked as replayed", async () => {
		const send = (name: string) =>
			post({ body: { name }, headers: { "idempotency-key": "once" } });
		const first = await send("Only once");
		const second = await send("Only once");
		expect(first.headers.get("idempotency-replayed")).toBeNull();
		expect(second.status).toBe(201);
		expect(second.headers.get("idempotency-replayed")).toBe("true");
		expect(second.headers.get("location")).toBe(first.headers.get("location"));
		expect(second.json).toEqual(first.json);
		expect((await send("Something else")).status).toBe(422);
	});

	it("refuses a key that is too long or not printable", async () => {
		for (const key of ["", "x".repeat(256), "caf\u00e9"]) {
			const answer = await post({
				body: { name: "Keyed" },
				headers: { "idempotency-key": key },
			});
			expect(answer.status).toBe(400);
			expect(answer.json.reason).toBe("idempotency_key");
		}
	});
});

describe("what lies elsewhere", () => {
	it("answers for a foreign id what it answers for none, byte for byte", async () => {
		const foreign = await foreignAccount(server);
		const ask = (id: string) =>
			server.call("GET", `/api/v1/groups?account=${id}`, { token });
		const [theirs, nobodys] = [await ask(foreign), await ask("999999999")];
		expect(theirs.status).toBe(404);
		expect(theirs.text).toBe(nobodys.text);
		expect(theirs.headers.get("reeve-account")).toBeNull();
		const compared = (answer: Answer) =>
			[...answer.headers].filter(
				([name]) => !["x-request-id", "date", "ratelimit"].includes(name),
			);
		expect(compared(theirs)).toEqual(compared(nobodys));
	});
});

function json(): Record<string, string> {
	return { "content-type": "application/json" };
}

/** An account that the caller has nothing to do with. */
async function foreignAccount({ server }: TestServer): Promise<string> {
	const { id } = await server.database.transaction([], (tx) =>
		insertAccount(tx, { kind: "standalone", name: "Elsewhere" }),
	);
	return id;
}
