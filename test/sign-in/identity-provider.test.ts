import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { issueCredential } from "../../src/modules/keys/index.ts";
import { type DnsServer, startDnsServer } from "../support/dns-server.ts";
import {
	type IdentityProvider,
	signInThere,
	startIdentityProvider,
} from "../support/identity-provider.ts";
import { makePerson, makeTenant, tokenFor } from "../support/people.ts";
import { openBrowser } from "../support/person.ts";
import { addRootAccount } from "../support/provider.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

const PATH = "/api/v1/identity-provider";

let dns: DnsServer;
let server: TestServer;
let idp: IdentityProvider;
let tenant: string;
let owner: string;
const stops: (() => void)[] = [];

beforeAll(async () => {
	dns = await startDnsServer();
	server = await startTestServer({ env: { REEVE_DNS_SERVERS: dns.address } });
	idp = await startIdentityProvider([
		`${server.url}/api/v1/sign-in/sso/callback`,
	]);
	tenant = await makeTenant(server, "Tenant", "owner");
	owner = server.first.token;
});

afterAll(async () => {
	for (const stop of stops) stop();
	await idp?.stop();
	await server?.stop();
	await dns?.stop();
});

/** What the owner of a domain publishes for some accounts. */
async function publish(domain: string, accounts: string[]): Promise<string[]> {
	const records = await Promise.all(
		accounts.map(async (account) => {
			const { json } = await server.call(
				"GET",
				`/api/v1/account?account=${account}`,
				{ token: owner },
			);
			return `reeve-verification=${json.dns_challenge}`;
		}),
	);
	dns.records.set(
		domain,
		records.map((record) => [record]),
	);
	return records;
}

/** With a token of its own each time: the operation has a narrow window. */
async function save(
	more: object = {},
	{ account, token }: { account?: string; token?: string } = {},
): Promise<Answer> {
	const { accountId, ownerId } = server.first;
	const fresh = token ?? (await tokenFor(server, accountId, ownerId));
	const scope = account === undefined ? "" : `?account=${account}`;
	return server.call("PUT", PATH + scope, {
		token: fresh,
		body: {
			name: "Example Login",
			issuer: idp.issuer,
			client_id: idp.clientId,
			client_secret: idp.clientSecret,
			domains: ["provider.test"],
			...more,
		},
	});
}

function refused(answer: Answer, status: number, words: string): void {
	expect([answer.status, answer.text]).toEqual([
		status,
		expect.stringContaining(words),
	]);
}

/** A web server that answers as told, for issuers that are none. */
async function answering(listener: RequestListener): Promise<string> {
	const stranger = createServer(listener).listen(0, "127.0.0.1");
	stops.push(() => {
		stranger.close();
		stranger.closeAllConnections();
	});
	await new Promise((done) => stranger.once("listening", done));
	return `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
}

test("what is set is read back, the secret is not, and sealed in the database", async () => {
	const none = await server.call("GET", PATH, { token: owner });
	refused(none, 404, "identity_provider_not_found");
	const saved = await save({
		issuer: `${idp.issuer}/.well-known/openid-configuration`,
		domains: ["Provider.TEST", "@provider.test.", "bücher.example"],
	});
	expect(saved.status, saved.text).toBe(200);
	expect(saved.json).toMatchObject({
		issuer: idp.issuer,
		domains: ["provider.test", "xn--bcher-kva.example"],
		client_secret_set: true,
		required: false,
		newcomer_role: null,
		include_owner: false,
		redirect_uri: `${server.url}/api/v1/sign-in/sso/callback`,
		version: 1,
	});
	const read = await server.call("GET", PATH, { token: owner });
	expect(read.json).toEqual(saved.json);
	const events = await server.call(
		"GET",
		"/api/v1/audit-events?operation=identity_provider.update",
		{ token: owner },
	);
	expect(events.json.data.length).toBe(1);
	const [row] = await server.server.database
		.reader([server.first.accountId])
		.query<{ client_secret: Buffer }>(
			sql`select client_secret from identity_providers where account_id = ${server.first.accountId}`,
		);
	const texts = [saved.text, read.text, events.text, ...server.logLines];
	for (const text of [...texts, String(row?.client_secret)])
		expect(text).not.toContain(idp.clientSecret);
});

test("the secret stays when it is left out, and must be given again for another issuer or client", async () => {
	await save();
	const kept = await save({ client_secret: undefined, name: "Renamed" });
	expect(kept.json).toMatchObject({ name: "Renamed", client_secret_set: true });
	const moved = await save({ client_secret: undefined, client_id: "other" });
	refused(moved, 400, "client_secret must be given again");
	const without = await save({ client_secret: null });
	expect(without.json.client_secret_set).toBe(false);
});

test("an issuer that does not answer as one is refused before anything is stored, saying why", async () => {
	const before = await save();
	const gone = await startIdentityProvider([]);
	await gone.stop();
	const html = await answering((_request, response) => response.end("<html>"));
	const missing = await answering((_request, response) =>
		response.writeHead(404).end(),
	);
	const moved = await answering((_request, response) =>
		response.writeHead(302, { location: `${idp.issuer}/elsewhere` }).end(),
	);
	const endless = await answering((_request, response) => {
		response.writeHead(200, { "content-type": "application/json" });
		const more = () => {
			while (response.write(" ".repeat(65_536)));
			response.once("drain", more);
		};
		more();
	});
	const posing = await answering((_request, response) => {
		response.writeHead(200, { "content-type": "application/json" });
		response.end(JSON.stringify({ issuer: "https://login.example.com" }));
	});
	for (const [issuer, words] of [
		[gone.issuer, "cannot be reached (ECONNREFUSED)"],
		[html, "does not serve an OpenID configuration"],
		[missing, "it answered 404"],
		[moved, "it answered 302"],
		[endless, "does not serve an OpenID configuration"],
		[posing, "names another issuer"],
		["http://login.example.com", "must be an https URL"],
		["ftp://127.0.0.1", "must be an https URL"],
		["https://u:p@login.example.com", "without query, fragment, user"],
		["https://login.example.com/?a=b", "without query"],
		["not a url", "must be an https URL"],
	] as const)
		refused(await save({ issuer }), 400, words);
	const after = await server.call("GET", PATH, { token: owner });
	expect(after.json.version).toBe(before.json.version);
});

test("endpoints that a browser or a code must not be sent to are refused", async () => {
	for (const endpoint of [
		{ authorization_endpoint: "javascript:alert(1)" },
		{ authorization_endpoint: "http://login.example.com/authorize" },
		{ token_endpoint: "http://192.0.2.1/token" },
	]) {
		idp.instead.set("/.well-known/openid-configuration", (body) => ({
			...(body as object),
			...endpoint,
		}));
		refused(await save(), 400, "does not serve an OpenID configuration");
	}
	idp.instead.clear();
});

test("an issuer that never answers is given up on", async () => {
	const silent = await answering(() => undefined);
	const begunAt = performance.now();
	refused(await save({ issuer: silent }), 400, "does not answer in time");
	expect(performance.now() - begunAt).toBeLessThan(8000);
}, 15_000);

test("a domain is one account's: the second is refused, and of two at once one", async () => {
	await save({ domains: ["provider.test", "shared.test"] });
	await publish("shared.test", [tenant]);
	const other = await save({ domains: ["SHARED.test"] }, { account: tenant });
	refused(
		other,
		409,
		"shared.test belongs to the identity provider of another",
	);
	for (const domains of [["com"], ["a b.test"], ["-x.test"], []])
		expect((await save({ domains })).status).toBe(400);
	await save({ domains: ["provider.test"] });
	const second = await makeTenant(server, "Second", "owner");
	await publish("raced.test", [tenant, second]);
	const both = await Promise.all(
		[tenant, second].map((account) =>
			save({ domains: ["raced.test"] }, { account }),
		),
	);
	expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
	for (const account of [tenant, second])
		await server.call("DELETE", `${PATH}?account=${account}`, { token: owner });
});

test("a tenant claims only domains that it has proven in DNS, each once", async () => {
	const there = { account: tenant };
	const domains = ["theirs.test", "mine.test"];
	const [record] = await publish("mine.test", [tenant]);
	const refusal = await save({ domains }, there);
	refused(refusal, 400, `with the value ${record}`);
	expect(refusal.json).toMatchObject({
		reason: "domain_unproven",
		errors: [{ pointer: "/domains/0", rule: "domain_unproven" }],
	});
	// Another account's proof is none.
	await publish("theirs.test", [server.first.accountId]);
	refused(await save({ domains }, there), 400, "theirs.test is not proven");
	dns.failure = 2;
	expect((await save({ domains }, there)).status).toBe(503);
	dns.failure = undefined;
	await publish("theirs.test", [tenant]);
	expect((await save({ domains }, there)).status).toBe(200);
	dns.records.clear();
	expect((await save({ domains }, there)).status).toBe(200);
	refused(
		await save({ domains: [...domains, "more.test"] }, there),
		400,
		"more.test is not proven",
	);
	await server.call("DELETE", `${PATH}?account=${tenant}`, { token: owner });
	expect((await save({ domains: ["unproven.test"] })).status).toBe(200);
});

test("an administrator sets it, but lets no provider vouch for the owner; lower roles do neither", async () => {
	await save();
	const admin = await makePerson(server, { role: "admin" });
	expect((await save({}, { token: admin.token })).status).toBe(200);
	const raised = await save({ include_owner: true }, { token: admin.token });
	refused(raised, 403, "owner_only");
	expect((await save({ include_owner: true })).status).toBe(200);
	const same = await save({ include_owner: true }, { token: admin.token });
	expect(same.status, same.text).toBe(200);
	const elsewhere = await startIdentityProvider([]);
	const moved = await save(
		{ include_owner: true, issuer: elsewhere.issuer },
		{ token: admin.token },
	);
	await elsewhere.stop();
	refused(moved, 403, "owner_only");
	for (const role of ["network_admin", "auditor"]) {
		const person = await makePerson(server, { role });
		expect((await save({}, { token: person.token })).status).toBe(403);
	}
	await save({ include_owner: false });
});

test("a credential narrowed to some tenants sets no provider of its own account", async () => {
	const { accountId, ownerId } = server.first;
	const { database, resources } = server.server;
	const { token } = await database.transaction([accountId], (tx) =>
		issueCredential(tx, resources.pepper, {
			accountId,
			kind: "personal",
			name: "Narrow",
			userId: ownerId,
			access: { type: "all" },
			tenants: [tenant],
		}),
	);
	refused(await save({}, { token }), 403, "key_tenants");
});

test("nobody gets a role that administers by coming for the first time", async () => {
	for (const newcomer_role of ["owner", "admin"])
		expect((await save({ newcomer_role })).status).toBe(400);
});

test("people of another account are neither sent to this provider nor let in by it", async () => {
	await save({
		domains: ["provider.test", "people.test"],
		newcomer_role: "user",
	});
	const { email } = (await addRootAccount(server, "standalone")).owner;
	const begun = await openBrowser(server).call("POST", "/sign-in/sso", {
		email,
	});
	expect(begun.status).toBe(404);
	idp.people.set("s", { email, email_verified: true });
	const browser = openBrowser(server);
	const { json } = await browser.call("POST", "/sign-in/sso", {
		email: "unknown@people.test",
	});
	const back = await signInThere(idp, json.url, "s");
	const answer = await browser.call("POST", "/sign-in/complete-sso", {
		answer: back.search.slice(1),
	});
	refused(answer, 403, "other_account");
});

test("at another issuer the same name is somebody else", async () => {
	const tied = async () => {
		const rows = await server.server.database
			.reader([server.first.accountId])
			.query(
				sql`select 1 as one from users where account_id = ${server.first.accountId} and identity_subject is not null`,
			);
		return rows.length;
	};
	await save();
	const person = await makePerson(server, { role: "operator" });
	const tie = () =>
		server.server.database.transaction([person.accountId], (tx) =>
			tx.query(sql`update users set identity_subject = 'name-1'
				where account_id = ${person.accountId} and id = ${person.id}`),
		);
	await tie();
	await save({ name: "Same issuer" });
	expect(await tied()).toBe(1);
	const other = await startIdentityProvider([]);
	expect((await save({ issuer: other.issuer })).status).toBe(200);
	expect(await tied()).toBe(0);
	await other.stop();
	await tie();
	const gone = await server.call("DELETE", PATH, { token: owner });
	expect(gone.status).toBe(204);
	expect(await tied()).toBe(0);
	expect((await server.call("DELETE", PATH, { token: owner })).status).toBe(
		404,
	);
});

test("a provider that is away makes the sign-in wait and try again, and is not asked at every click", async () => {
	const away = await startIdentityProvider([
		`${server.url}/api/v1/sign-in/sso/callback`,
	]);
	const saved = await save({ issuer: away.issuer, domains: ["provider.test"] });
	expect(saved.status, saved.text).toBe(200);
	const browser = openBrowser(server);
	const begin = (name: string) =>
		browser.call("POST", "/sign-in/sso", { email: `${name}@provider.test` });
	const asked = away.asked.get("/.well-known/openid-configuration");
	await begin("a");
	await begin("b");
	expect(away.asked.get("/.well-known/openid-configuration")).toBe(asked);
	away.people.set("a", { email: "a@provider.test", email_verified: true });
	const again = openBrowser(server);
	const { json } = await again.call("POST", "/sign-in/sso", {
		email: "a@provider.test",
	});
	const answered = await signInThere(away, json.url, "a");
	await away.stop();
	const answer = await again.call("POST", "/sign-in/complete-sso", {
		answer: answered.search.slice(1),
	});
	refused(answer, 503, "Example Login does not answer");
});
