import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, type SignedIn, signIn } from "../support/person.ts";
import {
	callServer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

let server: TestServer;
let overTls: TestServer;

beforeAll(async () => {
	server = await startTestServer();
	overTls = await startTestServer({
		sharing: server,
		env: { REEVE_PUBLIC_URL: "https://reeve.example.com" },
	});
});

afterAll(async () => {
	await overTls?.stop();
	await server?.stop();
});

const whoami = (headers: Record<string, string>) =>
	server.call("GET", "/api/v1/whoami", { headers });

describe("the session's cookie", () => {
	test("is kept from scripts and from other sites, and ends with the session", async () => {
		const owner = await signIn(server);
		expect(owner.setCookies).toHaveLength(2);
		const [session, attempt] = owner.setCookies as [string, string];
		expect(session).toMatch(
			/^reeve_session=rvw_[0-9A-Za-z]{50}; Path=\/; Max-Age=43(200|199); HttpOnly; SameSite=Strict$/,
		);
		expect(attempt).toBe(
			"reeve_attempt=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict",
		);
	});

	test("over TLS is Secure and has the name that only this host can set", async () => {
		const browser = openBrowser(overTls);
		const { email, password } = server.first;
		await browser.call("POST", "/sign-in/password", { email, password });
		expect(browser.setCookies[0]).toMatch(
			/^__Host-reeve_session=rvw_\S+; Path=\/; .*; SameSite=Strict; Secure$/,
		);
		expect((await browser.call("GET", "/whoami")).status).toBe(200);
		const value = browser.cookies.get("__Host-reeve_session");
		const plain = await overTls.call("GET", "/api/v1/whoami", {
			headers: { cookie: `reeve_session=${value}` },
		});
		expect(plain.status, "the name without the prefix").toBe(401);
	});

	test("is the only place of a session's token: no body, header or page carries it", async () => {
		const owner = await signIn(server);
		const answers = [
			await owner.call("GET", "/sign-in"),
			await owner.call("GET", "/sessions"),
			await owner.call("GET", "/whoami"),
		];
		for (const { text, status } of answers) {
			expect(status).toBe(200);
			expect(text).not.toContain(owner.token.slice(4));
			expect(text).not.toContain("rvw_");
		}
	});

	test("twice in one request is no session: one of the two was planted", async () => {
		const { token } = await signIn(server);
		const once = await whoami({ cookie: `a=b; reeve_session=${token}; c=d` });
		expect(once.status).toBe(200);
		const twice = await whoami({
			cookie: `reeve_session=${token}; reeve_session=${token}`,
		});
		expect(twice.status).toBe(401);
	});
});

describe("a session is taken from its cookie, a key from its header", () => {
	let owner: SignedIn;

	beforeAll(async () => {
		owner = await signIn(server);
	});

	test("a session is refused in every header, on every surface", async () => {
		const { token } = owner;
		const pair = btoa(`${token.slice(0, 16)}:${token.slice(16)}`);
		const forms: Record<string, string>[] = [
			{ authorization: `Bearer ${token}` },
			{ authorization: `Token ${token}` },
			{ authorization: `Basic ${pair}` },
			{ apikey: token },
		];
		for (const headers of forms) {
			expect((await whoami(headers)).status).toBe(401);
			for (const path of [
				"/api/users",
				"/v1/organizations",
				"/api/json/device/listDevices",
			]) {
				const { status } = await server.call("GET", path, { headers });
				expect([path, status]).toEqual([path, 401]);
			}
		}
		const inQuery = await server.call(
			"GET",
			`/api/json/device/listDevices?apiKey=${token}`,
		);
		expect(inQuery.status).toBe(401);
	});

	test("a key in the cookie opens nothing", async () => {
		for (const key of [server.first.token, server.first.apiKey]) {
			const { status } = await whoami({ cookie: `reeve_session=${key}` });
			expect(status).toBe(401);
		}
	});

	test("the vendors' wires never look at cookies", async () => {
		for (const path of [
			"/api/users",
			"/v1/organizations",
			"/api/json/device/listDevices",
		]) {
			const { status } = await server.call("GET", path, {
				headers: { cookie: owner.cookie },
			});
			expect([path, status]).toEqual([path, 401]);
		}
	});

	test("a header with a credential makes the cookie count for nothing, even a bad one", async () => {
		const { cookie } = owner;
		const bad = await whoami({ cookie, authorization: "Bearer nonsense" });
		expect(bad.status).toBe(401);
		const good = await whoami({
			cookie,
			authorization: `Token ${server.first.token}`,
		});
		expect(good.json.credential.kind).toBe("personal");
	});
});

describe("nobody else's page writes with a session", () => {
	let owner: SignedIn;
	const write = (headers: Record<string, string>) =>
		callServer(server.url, "POST", "/api/v1/groups", {
			body: { name: `Group ${Math.random()}` },
			headers: { cookie: owner.cookie, ...headers },
		});

	beforeAll(async () => {
		owner = await signIn(server);
	});

	test("a write without its token, or with another session's, is 403 and changes nothing", async () => {
		const other = await signIn(server);
		for (const csrf of [undefined, "", other.csrf, `${owner.csrf}x`]) {
			const refused = await write(
				csrf === undefined ? {} : { "reeve-csrf": csrf },
			);
			expect([refused.status, refused.json.reason]).toEqual([403, "csrf"]);
		}
		expect((await write({ "reeve-csrf": owner.csrf })).status).toBe(201);
		expect((await owner.call("GET", "/groups")).status).toBe(200);
	});

	test("a write from another origin is 403 though it has the token", async () => {
		const csrf = { "reeve-csrf": owner.csrf };
		for (const origin of [
			"https://evil.example",
			"null",
			`${server.url}.evil.example`,
			"http://127.0.0.1:1",
		]) {
			const { status, json } = await write({ ...csrf, origin });
			expect([origin, status, json.reason]).toEqual([origin, 403, "csrf"]);
		}
		const ours = await write({ ...csrf, origin: server.url });
		expect(ours.status, ours.text).toBe(201);
	});

	test("a refused write is in the log as what it is", async () => {
		await write({});
		await server.server.gate.refusals.flush();
		const { json } = await server.call(
			"GET",
			"/api/v1/audit-events?operation=groups.create&outcome=refused",
			{ token: server.first.token },
		);
		expect(json.data[0]).toMatchObject({ surface: "console", reason: "csrf" });
	});

	test("no page can sign somebody's browser in, out or up from elsewhere", async () => {
		for (const path of ["/sign-in/password", "/sign-in/out", "/sign-in/set-up"])
			for (const [name, value] of [
				["origin", "https://evil.example"],
				["origin", "null"],
				["sec-fetch-site", "cross-site"],
				["sec-fetch-site", "same-site"],
			] as const) {
				const headers = { [name]: value };
				const { status, json } = await callServer(
					server.url,
					"POST",
					`/api/v1${path}`,
					{ body: {}, headers: headers },
				);
				expect([path, status, json.reason]).toEqual([path, 403, "csrf"]);
			}
	});

	test("a form, which cannot say that it is JSON, is 415", async () => {
		for (const headers of [
			{ "content-type": "text/plain" },
			{ "content-type": "application/x-www-form-urlencoded" },
		]) {
			const { status } = await server.call("POST", "/api/v1/sign-in/password", {
				body: JSON.stringify({ email: "a@b.test", password: "x" }),
				headers,
			});
			expect(status).toBe(415);
		}
	});
});
