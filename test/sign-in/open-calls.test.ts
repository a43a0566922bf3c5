import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClient } from "../../generated/client.ts";
import { openCalls } from "../../src/modules/open-calls.ts";
import { openBrowser } from "../support/person.ts";
import {
	callServer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

/** What holds for every call that asks for no credential; a new one is covered the day it is born. */

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer();
});

afterAll(() => server?.stop());

const writes = openCalls.filter(({ method }) => method !== "GET");
const PROBLEM = "application/problem+json";

function send(
	path: string,
	body: string,
	headers: Record<string, string> = {},
) {
	return callServer(server.url, "POST", `/api/v1${path}`, {
		body,
		headers: { "content-type": "application/json", ...headers },
	});
}

describe("every open call", () => {
	test("is there to be walked, under an id and a path of its own", () => {
		expect(openCalls.length).toBeGreaterThan(3);
		expect(new Set(openCalls.map(({ id }) => id)).size).toBe(openCalls.length);
		for (const { id, summary, input } of openCalls) {
			expect(id).toMatch(/^sign_in\.[a-z_]+$/);
			expect(summary).toMatch(/\.$/);
			expect(input.additionalProperties).toBe(false);
		}
	});

	test("is documented with its sentence and with no credential", async () => {
		const { json } = await server.call("GET", "/openapi.json");
		for (const { id, method, path, summary } of openCalls) {
			const entry = json.paths[`/api/v1${path}`]?.[method.toLowerCase()];
			expect(entry?.operationId).toBe(id);
			expect(`${entry.summary}.`).toBe(summary);
			expect(entry.security).toEqual([]);
		}
	});

	test("is a method of the client", () => {
		const client = createClient({ baseUrl: server.url, account: "1" });
		const names = Object.keys(client.signIn).sort();
		const camel = (name: string) =>
			name.replaceAll(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
		expect(names).toEqual(
			openCalls.map(({ id }) => camel(id.split(".")[1] as string)).sort(),
		);
	});

	test("refuses another method with 405 and says which there are", async () => {
		for (const { path } of openCalls) {
			const { status, headers } = await server.call("PUT", `/api/v1${path}`, {
				body: {},
			});
			expect([path, status]).toEqual([path, 405]);
			expect(headers.get("allow")).not.toBe("");
			expect(headers.get("content-type")).toContain(PROBLEM);
		}
		const nowhere = await server.call("POST", "/api/v1/sign-in/nowhere", {
			body: {},
		});
		expect(nowhere.status).toBe(404);
	});

	test("answers whatever is malformed with a problem that repeats none of it", async () => {
		const bodies: [string, number][] = [
			["{", 400],
			["[]", 400],
			["null", 400],
			['"text"', 400],
			['{"__proto__": {"email": "sekrit"}}', 400],
			['{"unknown_field_of_mine": "sekrit"}', 400],
			[`{"a": ${"[".repeat(100)}${"]".repeat(100)}}`, 400],
			[`{"a": "${"x".repeat(1_100_000)}"}`, 413],
		];
		for (const { path } of writes)
			for (const [body, expected] of bodies) {
				const { status, headers, text } = await send(path, body);
				expect([path, body.slice(0, 40), status]).toEqual([
					path,
					body.slice(0, 40),
					expected,
				]);
				expect(headers.get("content-type")).toContain(PROBLEM);
				expect(text).not.toContain("sekrit");
			}
	});

	test("takes no field in the query, where logs would keep it", async () => {
		for (const { path } of writes) {
			const { status } = await send(`${path}?password=x&token=y`, "{}");
			expect([path, status]).toEqual([path, 400]);
		}
	});

	test("is JSON by name, in plain bytes, from our own page", async () => {
		for (const { path } of writes) {
			const bare = await fetch(`${server.url}/api/v1${path}`, {
				method: "POST",
			});
			expect([path, bare.status]).toEqual([path, 415]);
			const zipped = await send(path, "{}", { "content-encoding": "gzip" });
			expect([path, zipped.status]).toEqual([path, 415]);
			const foreign = await send(path, "{}", {
				origin: "https://evil.example",
			});
			expect([path, foreign.status, foreign.json.reason]).toEqual([
				path,
				403,
				"csrf",
			]);
			const ours = await send(path, "{}", { origin: server.url });
			expect(ours.json?.reason).not.toBe("csrf");
		}
	});

	test("answers without being stored on the way", async () => {
		for (const { method, path } of openCalls) {
			const { headers } = await callServer(
				server.url,
				method,
				`/api/v1${path}`,
				method === "GET" ? {} : { body: {} },
			);
			expect([path, headers.get("cache-control")]).toEqual([path, "no-store"]);
			expect(headers.get("x-content-type-options")).toBe("nosniff");
			expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{24}$/);
		}
	});

	test("bears text that no database keeps", async () => {
		for (const { path, input } of writes)
			for (const text of ["\u0000", "a\u0000b", "\ud800", "\u202e'--"]) {
				const fields = Object.fromEntries(
					Object.keys(input.properties).map((name) => [name, text]),
				);
				const { status } = await send(path, JSON.stringify(fields));
				expect([path, JSON.stringify(text), status < 500]).toEqual([
					path,
					JSON.stringify(text),
					true,
				]);
			}
	});

	test("bears cookies of every wrong shape", async () => {
		for (const cookie of [
			"reeve_session=",
			"reeve_session=x",
			"reeve_session=rvw_zzzzzzzzzzzz",
			`reeve_session=${"a".repeat(4000)}`,
			"reeve_session=%00; reeve_attempt=%ff",
			"reeve_attempt=rva_x; ;;=;",
			`reeve_session=${server.first.token}`,
		])
			for (const { method, path } of openCalls) {
				const { status } = await openBrowser(server).call(
					method,
					path,
					{},
					{ cookie },
				);
				expect([path, cookie.slice(0, 30), status < 500]).toEqual([
					path,
					cookie.slice(0, 30),
					true,
				]);
			}
	});
});
