import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
let token: string;

beforeAll(async () => {
	server = await startTestServer();
	token = server.first.token;
});
afterAll(() => server.stop());

/** A read and a write of every surface. */
const surfaces = [
	["native", "/api/v1/groups", "/api/v1/groups"],
	["umbrella", "/v1/organizations", "/v1/organizations/1/networks"],
	["netbird", "/api/groups", "/api/groups"],
	[
		"opmanager",
		"/api/json/device/listDevices",
		"/api/json/discovery/addDevice",
	],
] as const;

/** Bytes as they are, and everything that comes back until the server closes the connection. */
function send(bytes: string | Buffer): Promise<string> {
	const { port, hostname } = new URL(server.url);
	return new Promise((resolve) => {
		const socket = connect(Number(port), hostname);
		let received = "";
		socket.on("data", (chunk) => {
			received += chunk.toString("latin1");
		});
		socket.on("error", () => undefined);
		socket.on("close", () => resolve(received));
		socket.write(bytes);
	});
}

const head = (start: string, ...headers: string[]) =>
	`${[`${start} HTTP/1.1`, "Host: x", "Connection: close", ...headers].join("\r\n")}\r\n\r\n`;
const authorized = () => `Authorization: Token ${token}`;
const statuses = (received: string) =>
	[...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, code]) => Number(code));

/** An answer that says what was wrong, and nothing of how the server is built. */
function expectPlain(received: string, context: string): void {
	expect(received, context).toMatch(/x-content-type-options: nosniff/i);
	expect(received, context).toMatch(/cache-control: no-store/i);
	expect(received, context).not.toMatch(
		/FST_|HPE_|node_modules|\bat .+:\d+:\d+|syntax error at|violates/,
	);
}

describe.each(surfaces)("%s", (_name, readPath, writePath) => {
	test("refuses in its own words what is no JSON, too deep, too large or not UTF-8, and never fails", async () => {
		const json = "Content-Type: application/json";
		const bodies: [string | Buffer, number[]][] = [
			['{"name":', [400, 404, 422]],
			[
				`{"name":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
				[400, 404, 422],
			],
			[`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, [400, 404, 422]],
			[`{"name":"${"x".repeat(1_048_576)}"}`, [413]],
			['{"name":"a","__proto__":{"role":"owner"}}', [200, 400, 404, 422]],
			['{"constructor":{"prototype":{"role":"owner"}}}', [400, 404, 422]],
			['{"name":"a\\u0000b","deviceName":"a\\u0000b"}', [400, 404, 422]],
			['{"name":"\\ud800"}', [400, 404, 422]],
			[Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), [400, 404, 422]],
		];
		for (const [body, allowed] of bodies) {
			const request = head(
				`POST ${writePath}`,
				authorized(),
				json,
				`Content-Length: ${Buffer.byteLength(body)}`,
			);
			const received = await send(
				Buffer.concat([Buffer.from(request), Buffer.from(body)]),
			);
			const context = `${String(body).slice(0, 40)} → ${received.slice(0, 400)}`;
			expect(allowed, context).toContain(statuses(received)[0]);
			expectPlain(received, context);
		}
		expect(({} as { role?: string }).role).toBeUndefined();
	});

	test("refuses what could be read as two requests, or as nothing", async () => {
		const cases: [string, number][] = [
			[
				`${head(`POST ${writePath}`, authorized(), "Content-Length: 4", "Transfer-Encoding: chunked")}0\r\n\r\n`,
				400,
			],
			[
				`${head(`POST ${writePath}`, authorized(), "Content-Length: 4", "Content-Length: 5")}{}  `,
				400,
			],
			[
				`${head(`POST ${writePath}`, authorized(), "Transfer-Encoding: gzip")}{}`,
				400,
			],
			[head(`GET ${readPath}`, `Authorization: Token ${token}\0`), 400],
			[head(`FOO ${readPath}`, authorized()), 400],
			[
				head(`GET ${readPath}`, authorized(), `X-Long: ${"x".repeat(20_000)}`),
				431,
			],
			[
				`${head(`POST ${writePath}`, authorized(), "Transfer-Encoding: chunked")}1;${"x".repeat(30_000)}\r\n \r\n`,
				413,
			],
			["\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400],
		];
		for (const [bytes, status] of cases) {
			const received = await send(bytes);
			expect(statuses(received), bytes.slice(0, 200)).toEqual([status]);
			expectPlain(received, bytes.slice(0, 200));
		}
	});

	test("answers odd paths, queries and methods without failing", async () => {
		const tails = [
			"/%00",
			"/%2f",
			"/%zz",
			"/..%2f..%2fetc%2fpasswd",
			"/99999999999999999999",
			"/-1",
			"/1.5",
			"/__proto__",
			"/%ed%a0%80",
			`/${"9".repeat(600)}`,
			"?account=",
			"?account=1&account=2",
			"?account[]=1",
			"?account=1%00",
			"?search=%00",
			"?search=%ff",
			"?limit=1e3",
			"?limit=99999999999999999999",
			"?cursor=zzz",
			"?__proto__=1",
			"?constructor=1&toString=2",
			`?${"a=1&".repeat(2000)}`,
			`?cursor=${Buffer.from('{"a":"1","i":"1","v":"\\u0000"}').toString("base64url")}&sort=name`,
		];
		for (const tail of tails) {
			const received = await send(head(`GET ${readPath}${tail}`, authorized()));
			expect(statuses(received)[0], tail).toBeLessThan(500);
			expectPlain(received, `${tail} ${received}`);
		}
		for (const method of ["HEAD", "TRACE", "PROPFIND", "PATCH"]) {
			const received = await send(head(`${method} ${readPath}`, authorized()));
			expect([200, 404, 405], `${method} ${received}`).toContain(
				statuses(received)[0],
			);
		}
		const overridden = await send(
			`${head(`POST ${writePath}?_method=DELETE`, authorized(), "X-HTTP-Method-Override: DELETE", "Content-Length: 2", "Content-Type: application/json")}{}`,
		);
		expect([400, 404, 422]).toContain(statuses(overridden)[0]);
	});

	test("takes no credential from two that differ, wherever they stand", async () => {
		const other = `Token ${token.slice(0, -1)}x`;
		const pairs = [
			[authorized(), `Authorization: ${other}`],
			[`Authorization: ${other}`, authorized()],
			[authorized(), `apikey: ${server.first.apiKey}`],
			[`apikey: ${server.first.apiKey}`, `apikey: ${token}`],
		];
		for (const headers of pairs) {
			const received = await send(head(`GET ${readPath}`, ...headers));
			expect(statuses(received), headers.join(" & ")).toEqual([401]);
		}
	});
});

test("paths that no surface serves are refused without naming the server's parts, whatever the body", async () => {
	for (const path of [
		"/nowhere",
		"/docs",
		"/healthz",
		"/v1/x",
		"/api/x",
		"/api/json/x",
		"/api/v1/x",
	])
		for (const [body, status] of [
			["{", 404],
			["x".repeat(1_048_577), 413],
		] as const) {
			const request = head(
				`POST ${path}`,
				"Content-Type: application/json",
				`Content-Length: ${body.length}`,
			);
			const received = await send(request + body);
			expect(statuses(received), path).toEqual([status]);
			expectPlain(received, `${path} ${received}`);
		}
});

test("nothing above a document can be reached through its path", async () => {
	for (const path of [
		"/docs/../../etc/passwd",
		"/docs/..%2f..%2fpackage.json",
		"/docs/%2e%2e/%2e%2e/package.json",
		"/docs/start.js%00",
		"/openapi/__proto__.json",
		"/openapi/../../package.json",
	]) {
		const received = await send(head(`GET ${path}`));
		expect([400, 404], `${path} ${received}`).toContain(statuses(received)[0]);
	}
});

test("every answer says that it is not to be sniffed, and no answer with data is stored", async () => {
	const stored = ["/docs", "/openapi.json", "/openapi/umbrella.json"];
	for (const path of [
		...stored,
		"/healthz",
		"/readyz",
		"/metrics",
		"/api/v1/whoami",
		...surfaces.map(([, read]) => read),
	]) {
		const answer = await server.call("GET", path, { token });
		expect(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
		expect(answer.headers.get("cache-control"), path).toBe(
			stored.includes(path) ? "no-cache" : "no-store",
		);
		expect(answer.headers.get("x-powered-by"), path).toBeNull();
	}
	const docs = await server.call("GET", "/docs");
	expect(docs.headers.get("content-security-policy")).toContain(
		"default-src 'none'",
	);
	expect(docs.headers.get("content-security-policy")).not.toContain(
		"unsafe-eval",
	);
});

test("a caller who leaves in the middle is counted out, and its line says so", async () => {
	const { port, hostname } = new URL(server.url);
	await Promise.all(
		Array.from({ length: 20 }, () => {
			const socket = connect(Number(port), hostname);
			socket.on("error", () => undefined);
			socket.write(
				`${head(`POST /api/v1/groups`, authorized(), "Content-Length: 100")}{`,
			);
			return new Promise<void>((resolve) => {
				socket.on("connect", () =>
					setImmediate(() => {
						socket.resetAndDestroy();
						resolve();
					}),
				);
			});
		}),
	);
	await expect
		.poll(async () => {
			const { text } = await server.call("GET", "/metrics");
			return /^reeve_requests_in_flight (\d+)$/m.exec(text)?.[1];
		})
		.toBe("1");
});
