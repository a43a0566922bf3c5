import { afterAll, beforeAll, expect, test } from "vitest";
import { startIdentityProvider } from "../support/identity-provider.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { openBrowser, signedIn } from "../support/person.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

let mails: MailServer;
let server: TestServer;
/** The same server without a mail server. */
let mute: TestServer;

beforeAll(async () => {
	mails = await startMailServer();
	server = await startTestServer({
		env: {
			SMTP_URL: `smtp://127.0.0.1:${mails.port}`,
			REEVE_MAIL_FROM: "reeve@provider.test",
		},
	});
	mute = await startTestServer({ sharing: server });
});

afterAll(async () => {
	await mute?.stop();
	await server?.stop();
	await mails?.stop();
});

const PASSWORD = "A-good-password-1";
let count = 0;

function invite(at = server, more: object = {}): Promise<Answer> {
	return at.call("POST", "/api/v1/user-invites", {
		token: server.first.token,
		body: {
			email: `ned-${++count}@example.com`,
			name: "Ned",
			role: "operator",
			...more,
		},
	});
}

function accept(token: string, browser = openBrowser(server)) {
	return browser.call("POST", "/sign-in/accept-invitation", {
		token,
		password: PASSWORD,
	});
}

test("an invitation is mailed, its link is read, accepted once, and signs in", async () => {
	const made = await invite();
	expect(made.json).toMatchObject({
		mailed: true,
		url: `${server.url}/invitation#${made.json.token}`,
	});
	const mail = await mails.next();
	expect(mail.to).toEqual([made.json.email]);
	expect(mail.headers.subject).toBe("Your invitation to Provider");
	expect(mail.text).toContain("Olive Owner invites you");
	expect(mail.text).toContain(made.json.url);
	const { token } = made.json;
	const seen = await openBrowser(server).call("POST", "/sign-in/invitation", {
		token,
	});
	expect(seen.json).toEqual({
		email: made.json.email,
		name: "Ned",
		organization: "Provider",
		invited_by: "Olive Owner",
		expires_at: made.json.expires_at,
		valid: true,
		password: true,
	});
	const browser = openBrowser(server);
	const done = await accept(token, browser);
	expect(done.json, done.text).toMatchObject({ next: "signed_in" });
	const whoami = await signedIn(browser, done.json.csrf).call("GET", "/whoami");
	expect(whoami.json.user.id).toBe(made.json.user_id);
	expect((await accept(token)).status).toBe(404);
});

test("a renewed invitation is mailed with its new link, and the old one opens nothing", async () => {
	const made = await invite();
	await mails.next();
	const renewed = await server.call(
		"POST",
		`/api/v1/user-invites/${made.json.id}/regenerate`,
		{ token: server.first.token, body: {} },
	);
	expect(renewed.json.mailed).toBe(true);
	expect((await mails.next()).text).toContain(renewed.json.url);
	expect((await accept(made.json.token)).status).toBe(404);
	expect((await accept(renewed.json.token)).status).toBe(200);
});

test("a NetBird client sends an invitation again where there is a mail server, and to nobody who has come", async () => {
	const resend = (id: string, at = server) =>
		at.call("POST", `/api/users/${id}/invite`, { token: server.first.token });
	const { json } = await invite(mute);
	const sent = await resend(json.user_id);
	expect([sent.status, sent.json]).toEqual([200, {}]);
	const mail = await mails.next();
	expect(mail.to).toEqual([json.email]);
	const [, token = ""] = /#(rvi_[\w-]+)/.exec(mail.text) ?? [];
	expect((await accept(json.token)).status).toBe(404);
	expect((await resend(json.user_id, mute)).status).toBe(412);
	expect((await accept(token)).status).toBe(200);
	expect((await resend(json.user_id)).status).toBe(412);
	expect((await resend("899999999999")).status).toBe(404);
});

test("names in a mail are one line each, and no link", async () => {
	await invite(server, {
		name: "Ned\r\nBcc: eve@example.com\r\n\r\nClick http://evil.test now",
	});
	const mail = await mails.next();
	expect(mail.to.length).toBe(1);
	expect(mail.headers.bcc).toBeUndefined();
	expect(mail.text).toContain(
		"Hello Ned Bcc: eve@example.com Click http evil.test now,\n",
	);
});

test("without a mail server the link is in the answer, and nothing says it was mailed", async () => {
	const { json } = await invite(mute);
	expect(json.url).toBe(`${mute.url}/invitation#${json.token}`);
	expect(json).not.toHaveProperty("mailed");
});

test("an administrator is told when the mail server does not take it; the invitation stands", async () => {
	const gone = await startMailServer();
	await gone.stop();
	const cut = await startTestServer({
		sharing: server,
		env: {
			SMTP_URL: `smtp://u:hunter2@127.0.0.1:${gone.port}`,
			REEVE_MAIL_FROM: "reeve@provider.test",
		},
	});
	const made = await invite(cut);
	expect([made.status, made.json.mailed]).toEqual([201, false]);
	const lines = cut.logLines.join("");
	expect(lines).toContain("a mail was not sent");
	expect(lines).not.toContain("hunter2");
	expect(lines).not.toContain(made.json.token.slice(16));
	await cut.stop();
	expect((await accept(made.json.token)).status).toBe(200);
});

test("an invitation that is refused is not mailed, and a replayed one not again", async () => {
	const sent = mails.received.length;
	const twice = await invite(server, { email: server.first.email });
	expect(twice.status).toBe(409);
	const body = { email: "once@example.com", name: "Ned", role: "operator" };
	const call = () =>
		server.call("POST", "/api/v1/user-invites", {
			token: server.first.token,
			headers: { "idempotency-key": "an-invitation" },
			body,
		});
	const [first, again] = [await call(), await call()];
	expect([first.status, again.status]).toEqual([201, 201]);
	expect(again.json).not.toHaveProperty("url");
	expect(again.json).not.toHaveProperty("mailed");
	expect(mails.received.length).toBe(sent + 1);
	await mails.next();
});

test("where single sign-on is required an invitation says so and sets no password", async () => {
	const idp = await startIdentityProvider([]);
	const saved = await server.call("PUT", "/api/v1/identity-provider", {
		token: server.first.token,
		body: {
			name: "Example Login",
			issuer: idp.issuer,
			client_id: "reeve",
			domains: ["sso.test"],
			required: true,
		},
	});
	expect(saved.status, saved.text).toBe(200);
	const { json } = await invite(mute, { email: "ned@sso.test" });
	const seen = await openBrowser(server).call("POST", "/sign-in/invitation", {
		token: json.token,
	});
	expect(seen.json.password).toBe(false);
	const refused = await accept(json.token);
	expect([refused.status, refused.json.reason]).toEqual([409, "sso_required"]);
	await idp.stop();
});

test("text that is no token finds no invitation", async () => {
	for (const token of ["", "x", "rvr_".padEnd(47, "A")]) {
		const answer = await openBrowser(server).call(
			"POST",
			"/sign-in/invitation",
			{ token },
		);
		expect(answer.status).toBe(404);
	}
});
