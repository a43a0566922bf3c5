import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, signIn } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer();
});

afterAll(() => server?.stop());

test("a person signs in with password, acts, and signs out", async () => {
	const browser = openBrowser(server);
	const before = await browser.call("GET", "/sign-in");
	expect(before.json).toMatchObject({
		set_up: true,
		signed_in: false,
		csrf: null,
		needs: null,
		mail: false,
	});
	const owner = await signIn(server, server.first, browser);
	const state = await owner.call("GET", "/sign-in");
	expect(state.json).toMatchObject({ signed_in: true, csrf: owner.csrf });
	const whoami = await owner.call("GET", "/whoami");
	expect(whoami.json.credential.kind).toBe("session");
	expect(whoami.json.user.email).toBe(server.first.email);
	const made = await owner.call("POST", "/groups", { name: "By hand" });
	expect(made.status, made.text).toBe(201);
	const listed = await owner.call("GET", "/sessions");
	expect(listed.json.data).toMatchObject([
		{ current: true, methods: ["password"], address: "127.0.0.1" },
	]);
	const { cookie } = owner;
	expect((await owner.call("POST", "/sign-in/out")).status).toBe(200);
	expect(owner.cookies.size).toBe(0);
	const stolen = await openBrowser(server).call("GET", "/whoami", undefined, {
		cookie,
	});
	expect(stolen.status).toBe(401);
});
