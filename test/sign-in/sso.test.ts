import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
	type IdentityProvider,
	type ProvidedClaims,
	signInThere,
	startIdentityProvider,
} from "../support/identity-provider.ts";
import { tokenFor } from "../support/people.ts";
import { type Browser, openBrowser, signedIn } from "../support/person.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

let server: TestServer;
let idp: IdentityProvider;
let settings: Record<string, unknown>;

beforeAll(async () => {
	server = await startTestServer();
	idp = await startIdentityProvider([
		`${server.url}/api/v1/sign-in/sso/callback`,
	]);
	settings = {
		name: "Example Login",
		issuer: idp.issuer,
		client_id: idp.clientId,
		client_secret: idp.clientSecret,
		domains: ["provider.test"],
	};
	await configure();
});

afterEach(async () => {
	idp.forge = undefined;
	idp.instead.clear();
	await configure();
});

afterAll(async () => {
	await idp?.stop();
	await server?.stop();
});

/** As the owner, with a token of its own each time: the operation has a narrow window. */
async function configure(more: object = {}) {
	const { accountId, ownerId } = server.first;
	const token = await tokenFor(server, accountId, ownerId);
	const answer = await server.call("PUT", "/api/v1/identity-provider", {
		token,
		body: { ...settings, ...more },
	});
	expect(answer.status, answer.text).toBe(200);
	return answer.json;
}

let count = 0;

/** Somebody whom an administrator has added, with an address of the provider's domain. */
async function added(role = "operator", email?: string) {
	const address = email ?? `person-${++count}@provider.test`;
	const made = await server.call("POST", "/api/v1/users", {
		token: server.first.token,
		body: { email: address, name: "Some Body", role },
	});
	expect(made.status, made.text).toBe(201);
	return {
		id: made.json.id as string,
		email: address,
		password: made.json.password as string,
	};
}

/** Somebody whom the provider knows: verified unless said. */
function provided(email: string, more: ProvidedClaims = {}): string {
	const login = `login-${++count}`;
	idp.people.set(login, { email, email_verified: true, ...more });
	return login;
}

async function begin(browser: Browser, email: string): Promise<string> {
	const begun = await browser.call("POST", "/sign-in/sso", { email });
	expect(begun.status, begun.text).toBe(200);
	return begun.json.url;
}

/** What the page `/sign-in/sso` finds behind the `#`; the provider's redirect brings no cookies. */
async function land(back: URL): Promise<string> {
	const landed = await fetch(back, { redirect: "manual" });
	expect(landed.status).toBe(303);
	expect(landed.headers.get("cache-control")).toBe("no-store");
	expect(landed.headers.getSetCookie()).toEqual([]);
	const location = landed.headers.get("location") ?? "";
	expect(location).toMatch(/^\/sign-in\/sso#/);
	return location.slice(location.indexOf("#") + 1);
}

async function come(
	email: string,
	login: string | null,
	browser = openBrowser(server),
): Promise<Answer> {
	const back = await signInThere(idp, await begin(browser, email), login);
	const answer = await land(back);
	return browser.call("POST", "/sign-in/complete-sso", { answer });
}

async function lastEvents(operation: string): Promise<Answer["json"][]> {
	await server.server.gate.refusals.flush();
	const { json } = await server.call(
		"GET",
		`/api/v1/audit-events?operation=${operation}&sort=-at&limit=3`,
		{ token: server.first.token },
	);
	return json.data;
}

function refusedAs(answer: Answer, status: number, reason: string): void {
	expect([answer.status, answer.json.reason], answer.text).toEqual([
		status,
		reason,
	]);
	expect(answer.headers.getSetCookie().join()).not.toContain("reeve_session=r");
}

test("somebody whom an administrator added signs in by a verified address, and from then on by the provider's lasting name", async () => {
	const person = await added();
	const login = provided(person.email.toUpperCase());
	const browser = openBrowser(server);
	const answer = await come(person.email, login, browser);
	expect(answer.status, answer.text).toBe(200);
	expect(answer.json).toMatchObject({ next: "signed_in", methods: [] });
	const me = signedIn(browser, answer.json.csrf);
	const whoami = await me.call("GET", "/whoami");
	expect(whoami.json.user.id).toBe(person.id);
	const listed = await me.call("GET", "/sessions");
	expect(listed.json.data[0].methods).toEqual(["sso"]);
	const [signed, tied] = await lastEvents("sign_in.complete_sso");
	expect(signed).toMatchObject({ outcome: "done", actor: { id: person.id } });
	expect(tied.after).toEqual({ identity_subject: login });
	// The address may change hands there; who they are does not.
	idp.people.set(login, {
		email: "renamed@provider.test",
		email_verified: true,
	});
	const again = await come(person.email, login);
	expect(again.status, again.text).toBe(200);
});

test("the browser is sent with PKCE, state and nonce, and its cookie stays on this site", async () => {
	const person = await added();
	const browser = openBrowser(server);
	const url = new URL(await begin(browser, person.email));
	expect(url.origin).toBe(idp.issuer);
	expect(Object.fromEntries(url.searchParams)).toMatchObject({
		response_type: "code",
		client_id: "reeve",
		code_challenge_method: "S256",
		code_challenge: expect.stringMatching(/^.{43}$/),
		state: expect.stringMatching(/^.{43}$/),
		nonce: expect.stringMatching(/^.{43}$/),
		redirect_uri: `${server.url}/api/v1/sign-in/sso/callback`,
		login_hint: person.email,
	});
	const [cookie = ""] = browser.setCookies;
	expect(cookie).toMatch(/^reeve_attempt=/);
	expect(cookie).toContain("SameSite=Strict");
	expect(cookie).toContain("HttpOnly");
});

test("what the provider sent back is good once, and only in the browser that began", async () => {
	const person = await added();
	const login = provided(person.email);
	const browser = openBrowser(server);
	const url = await begin(browser, person.email);
	const attempt = new Map(browser.cookies);
	const answer = await land(await signInThere(idp, url, login));
	const thief = openBrowser(server);
	refusedAs(
		await thief.call("POST", "/sign-in/complete-sso", { answer }),
		401,
		"sso_attempt",
	);
	const done = await browser.call("POST", "/sign-in/complete-sso", { answer });
	expect(done.status, done.text).toBe(200);
	const replay = openBrowser(server);
	for (const [name, value] of attempt) replay.cookies.set(name, value);
	refusedAs(
		await replay.call("POST", "/sign-in/complete-sso", { answer }),
		401,
		"sso_attempt",
	);
});

test("somebody else's answer does not sign this browser in: the state is another", async () => {
	const victim = openBrowser(server);
	const [a, b] = [await added(), await added()];
	await begin(victim, a.email);
	const attacker = openBrowser(server);
	const url = await begin(attacker, b.email);
	const answer = await land(await signInThere(idp, url, provided(b.email)));
	refusedAs(
		await victim.call("POST", "/sign-in/complete-sso", { answer }),
		401,
		"sso_failed",
	);
});

test.each([
	["of another attempt (nonce)", { nonce: "another" }],
	["without a nonce", { nonce: undefined }],
	["of another issuer", { iss: "https://evil.example" }],
	["for another client (audience)", { aud: "another-client" }],
	["that has expired", { iat: 1_000_000, exp: 1_000_600 }],
	["without a subject", { sub: undefined }],
])("an ID token %s is refused, however well signed", async (_what, claims) => {
	const person = await added();
	idp.forge = { claims, foreignKey: false };
	const answer = await come(person.email, provided(person.email));
	refusedAs(answer, 401, "sso_failed");
});

test("a token with the same claims, signed by the provider's key, is what these differ from", async () => {
	const person = await added();
	idp.forge = { claims: {}, foreignKey: false };
	const answer = await come(person.email, provided(person.email));
	expect(answer.status, answer.text).toBe(200);
});

test("an ID token that another key signed is refused", async () => {
	const person = await added();
	idp.forge = { claims: {}, foreignKey: true };
	refusedAs(
		await come(person.email, provided(person.email)),
		401,
		"sso_failed",
	);
});

test("who turns back at the provider is told so, and can start again", async () => {
	const person = await added();
	refusedAs(await come(person.email, null), 401, "sso_denied");
	const again = await come(person.email, provided(person.email));
	expect(again.status, again.text).toBe(200);
});

test("a provider that takes the code and then says nothing is given up on", async () => {
	const person = await added();
	idp.instead.set("/token", () => new Promise(() => undefined));
	const answer = await come(person.email, provided(person.email));
	expect([answer.status, answer.json.detail]).toEqual([
		503,
		"Example Login does not answer; try again in a moment.",
	]);
}, 15_000);

test("an address that the provider does not vouch for opens nothing", async () => {
	const person = await added();
	for (const email_verified of [false, undefined]) {
		const login = provided(person.email, { email_verified } as ProvidedClaims);
		refusedAs(await come(person.email, login), 403, "email_unverified");
	}
	const [event] = await lastEvents("sign_in.complete_sso");
	expect(event).toMatchObject({
		outcome: "refused",
		reason: "email_unverified",
	});
});

test("an address that only folds to somebody's is not theirs: other letters, another mailbox", async () => {
	const person = await added("operator", "mike-1@provider.test");
	for (const local of ["m\u0130ke-1", "mi\u212Ae-1"]) {
		const login = provided(`${local}@provider.test`);
		refusedAs(await come(person.email, login), 403, "other_account");
	}
	const own = provided("MIKE-1@provider.test");
	expect((await come(person.email, own)).status).toBe(200);
});

test("addresses of the domains are taken on trust only where the account says so and the provider says nothing", async () => {
	const person = await added();
	const outsider = await added("operator", "outsider-2@elsewhere.test");
	const say = (email: string, email_verified: boolean | undefined) =>
		provided(email, { email_verified } as ProvidedClaims);
	await configure({ trust_addresses: true });
	for (const login of [
		say(person.email, false),
		say(outsider.email, undefined),
		say("person@provider.test, eve@elsewhere.test", undefined),
	])
		refusedAs(await come(person.email, login), 403, "email_unverified");
	const answer = await come(person.email, say(person.email, undefined));
	expect(answer.status, answer.text).toBe(200);
});

test("an address that changed hands at the provider does not hand over the person here", async () => {
	const person = await added();
	const first = await come(person.email, provided(person.email));
	expect(first.status).toBe(200);
	refusedAs(
		await come(person.email, provided(person.email)),
		403,
		"other_identity",
	);
});

test("newcomers come only where the account wants them, with its role, and wait where new users wait", async () => {
	const stranger = "new-1@provider.test";
	const login = provided(stranger, { name: "New Comer", given_name: "New" });
	refusedAs(await come(stranger, login), 403, "not_invited");
	await configure({ newcomer_role: "auditor" });
	refusedAs(await come(stranger, login), 403, "user_pending");
	const { json } = await server.call("GET", `/api/v1/users?email=${stranger}`, {
		token: server.first.token,
	});
	expect(json.data).toMatchObject([
		{
			role: "auditor",
			status: "pending",
			name: "New Comer",
			issued: "integration",
			api_access: false,
		},
	]);
	const approved = await server.call(
		"POST",
		`/api/v1/users/${json.data[0].id}/approve`,
		{ token: server.first.token },
	);
	expect(approved.status).toBe(200);
	const in_ = await come(stranger, login);
	expect(in_.status, in_.text).toBe(200);
	const elsewhere = provided("new-2@other.test");
	refusedAs(await come(stranger, elsewhere), 403, "domain");
});

test("a blocked person is refused, and tied to nothing", async () => {
	const person = await added();
	await server.call("PATCH", `/api/v1/users/${person.id}`, {
		token: server.first.token,
		body: { blocked: true },
	});
	refusedAs(
		await come(person.email, provided(person.email)),
		403,
		"user_blocked",
	);
	await server.call("PATCH", `/api/v1/users/${person.id}`, {
		token: server.first.token,
		body: { blocked: false },
	});
	const other = await come(person.email, provided(person.email));
	expect(other.status, other.text).toBe(200);
});

test("somebody who was invited accepts by signing in there, unless the invitation is over", async () => {
	const invite = async (email: string) => {
		const made = await server.call("POST", "/api/v1/user-invites", {
			token: server.first.token,
			body: { email, name: "Ned", role: "operator" },
		});
		return made.json;
	};
	const invited = await invite("ned@provider.test");
	const answer = await come(invited.email, provided(invited.email));
	expect(answer.status, answer.text).toBe(200);
	const left = await server.call(
		"GET",
		"/api/v1/user-invites?email=ned@provider.test",
		{ token: server.first.token },
	);
	expect(left.json.data).toEqual([]);
	const [event] = await lastEvents("user_invites.accept");
	expect(event.actor.id).toBe(invited.user_id);
});

test("the owner is let in by the provider only when an owner has said so", async () => {
	const { email } = server.first;
	const login = provided(email);
	refusedAs(await come(email, login), 403, "owner_password");
	await configure({ include_owner: true });
	const answer = await come(email, login);
	expect(answer.status, answer.text).toBe(200);
	await configure({ include_owner: false });
	refusedAs(await come(email, login), 403, "owner_password");
});

test("where single sign-on is required, passwords of its domains open nothing, but the owner's does", async () => {
	const person = await added();
	const outsider = await added("operator", "outsider@elsewhere.test");
	await configure({ required: true });
	const byPassword = ({ email, password }: typeof person) =>
		openBrowser(server).call("POST", "/sign-in/password", { email, password });
	refusedAs(await byPassword(person), 403, "sso_required");
	refusedAs(
		await byPassword({ ...person, password: "wrong" }),
		401,
		"wrong_credentials",
	);
	expect((await byPassword(outsider)).status).toBe(200);
	expect((await byPassword({ ...server.first, id: "" })).status).toBe(200);
	const answer = await come(person.email, provided(person.email));
	expect(answer.status, answer.text).toBe(200);
});

test("a sign-in there counts as a second factor only where the account says so", async () => {
	const settingsOf = (on: boolean) =>
		server.call("PATCH", "/api/v1/account", {
			token: server.first.token,
			body: { settings: { local_mfa_enabled: on } },
		});
	expect((await settingsOf(true)).status).toBe(200);
	const person = await added();
	const login = provided(person.email);
	const browser = openBrowser(server);
	const counted = await come(person.email, login, browser);
	expect(counted.json.next).toBe("signed_in");
	expect((await browser.call("GET", "/sessions")).status).toBe(200);
	await configure({ second_factor: false });
	const asked = await come(person.email, login);
	expect(asked.json.next).toBe("enrol_second_factor");
	expect((await settingsOf(false)).status).toBe(200);
});

test("a setting that changes while somebody is at the provider ends their attempt", async () => {
	const person = await added();
	const login = provided(person.email);
	const browser = openBrowser(server);
	const url = await begin(browser, person.email);
	const answer = await land(await signInThere(idp, url, login));
	await configure({ enabled: false });
	refusedAs(
		await browser.call("POST", "/sign-in/complete-sso", { answer }),
		401,
		"sso_attempt",
	);
	const off = await browser.call("POST", "/sign-in/sso", {
		email: person.email,
	});
	expect([off.status, off.json.reason]).toEqual([404, "sso_not_set_up"]);
});

test("the callback passes on what providers answer with, and nothing else", async () => {
	const at = `${server.url}/api/v1/sign-in/sso/callback`;
	const landed = await land(
		new URL(`${at}?code=a%20b&state=s&next=//evil.test&session_state=x#frag`),
	);
	expect(landed).toBe("code=a+b&state=s");
	const page = await fetch(`${at}?state=%0d%0aSet-Cookie:%20a=b`, {
		redirect: "manual",
	});
	expect(page.headers.getSetCookie()).toEqual([]);
	expect(page.headers.get("location")).toBe(
		"/sign-in/sso#state=%0D%0ASet-Cookie%3A+a%3Db",
	);
});
