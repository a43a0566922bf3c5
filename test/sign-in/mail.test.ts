import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { ConfigError, readConfig } from "../../src/config.ts";
import { readMailSettings } from "../../src/kernel/mail-settings.ts";
import { createMailer, type MailFailure } from "../../src/kernel/mailer.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { requireBinary } from "../support/requires.ts";

const from = "Reeve at Provider <reeve@provider.test>";
const mail = {
	to: "tina@example.com",
	subject: "Set a new password",
	text: "Hello Tina,\n\nhttps://reeve.test/reset#rvr_x\n",
};
const stops: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
	for (const stop of stops.splice(0)) await stop();
});

async function mailServer(
	options?: Parameters<typeof startMailServer>[0],
): Promise<MailServer> {
	const server = await startMailServer(options);
	stops.push(() => server.stop());
	return server;
}

function mailerTo(url: string, more: object = {}) {
	const failures: MailFailure[] = [];
	const mailer = createMailer({
		settings: readMailSettings(url, from),
		onFailure: (failure) => failures.push(failure),
		...more,
	});
	return { mailer, failures };
}

test("a mail arrives with its sender, its recipient, its subject and its whole text", async () => {
	const server = await mailServer();
	const { mailer, failures } = mailerTo(`smtp://127.0.0.1:${server.port}`);
	const text = `Grüße ${"x".repeat(200)}\n\nhttps://reeve.test/reset#${"A".repeat(60)}\n.\nend\n`;
	expect(await mailer.send({ ...mail, text })).toBe(true);
	const arrived = await server.next();
	expect(arrived).toMatchObject({
		from: "reeve@provider.test",
		to: ["tina@example.com"],
		text,
	});
	expect(arrived.headers).toMatchObject({
		from: "Reeve at Provider <reeve@provider.test>",
		to: "tina@example.com",
		subject: "Set a new password",
		"auto-submitted": "auto-generated",
	});
	expect(failures).toEqual([]);
});

test("nothing in a subject or an address adds a header or a recipient", async () => {
	const server = await mailServer();
	const { mailer, failures } = mailerTo(`smtp://127.0.0.1:${server.port}`);
	const subject = "Hi\r\nBcc: eve@example.com\r\n\r\nBody\u2028X-Evil: 1";
	expect(await mailer.send({ ...mail, subject })).toBe(true);
	const arrived = await server.next();
	expect(arrived.headers).toMatchObject({
		subject: "Hi Bcc: eve@example.com Body X-Evil: 1",
	});
	expect(Object.keys(arrived.headers)).not.toContain("bcc");
	expect(Object.keys(arrived.headers)).not.toContain("x-evil");
	expect(arrived.to).toEqual(["tina@example.com"]);
	for (const to of [
		"a@example.com, b@example.com",
		"a@example.com\r\nBcc: b@example.com",
		"<a@example.com>",
		"a@example.com> SIZE=1",
		"Tina <a@example.com>",
		"nobody",
	])
		expect(await mailer.send({ ...mail, to }), to).toBe(false);
	expect(server.received.length).toBe(1);
	expect(failures.length).toBe(6);
});

test("user and password of the URL are given to the mail server, and to no log", async () => {
	const server = await mailServer({
		disabledCommands: ["STARTTLS"],
		allowInsecureAuth: true,
		authOptional: false,
		onAuth({ username, password }, _session, done) {
			if (username === "re@eve" && password === "s3cret:/x")
				return done(null, { user: username });
			done(new Error(`${username} may not come in with ${password}`));
		},
	});
	const at = `127.0.0.1:${server.port}`;
	const good = mailerTo(`smtp://re%40eve:s3cret%3A%2Fx@${at}`);
	expect(await good.mailer.send(mail)).toBe(true);
	expect((await server.next()).user).toBe("re@eve");
	const bad = mailerTo(`smtp://re%40eve:wr0ng-pass@${at}`);
	expect(await bad.mailer.send(mail)).toBe(false);
	expect(bad.failures).toEqual([
		expect.objectContaining({ code: "EAUTH", status: 535 }),
	]);
	expect(JSON.stringify(bad.failures)).not.toContain("wr0ng-pass");
});

test("a mail server that is away, refuses, or says nothing is a failure told once, and soon", async () => {
	const gone = await startMailServer();
	await gone.stop();
	const away = mailerTo(`smtp://127.0.0.1:${gone.port}`);
	expect(await away.mailer.send(mail)).toBe(false);
	expect(away.failures).toMatchObject([{ code: "ESOCKET" }]);

	const strict = await mailServer({
		onRcptTo: (_address, _session, done) =>
			done(Object.assign(new Error("no such box"), { responseCode: 550 })),
	});
	const refused = mailerTo(`smtp://127.0.0.1:${strict.port}`);
	expect(await refused.mailer.send(mail)).toBe(false);
	expect(refused.failures).toMatchObject([
		{ status: 550, reason: expect.stringContaining("no such box") },
	]);

	const mute = createServer(() => undefined).listen(0, "127.0.0.1");
	stops.push(() => mute.close());
	await once(mute, "listening");
	const { port } = mute.address() as { port: number };
	const hung = mailerTo(`smtp://127.0.0.1:${port}`, { timeoutMs: 150 });
	expect(await hung.mailer.send(mail)).toBe(false);
	expect(hung.failures.length).toBe(1);
});

test("closing waits for the mail that is on its way", async () => {
	const server = await mailServer();
	const { mailer } = mailerTo(`smtp://127.0.0.1:${server.port}`);
	void mailer.send(mail);
	await mailer.close();
	expect(server.received.length).toBe(1);
});

test("to another machine no mail goes without TLS, unless the configuration says so", () => {
	const tls = (url: string) => readMailSettings(url, from).tls;
	expect(tls("smtp://mail.example.com")).toBe("demanded");
	expect(tls("smtps://mail.example.com")).toBe("first");
	expect(tls("smtp://mail.example.com?tls=optional")).toBe("offered");
	expect(tls("smtp://localhost")).toBe("offered");
	expect(tls("smtp://[::1]:25")).toBe("offered");
});

test("a server without STARTTLS gets nothing where TLS is demanded", async () => {
	const server = await mailServer();
	const failures: MailFailure[] = [];
	const mailer = createMailer({
		settings: {
			...readMailSettings(`smtp://u:p@127.0.0.1:${server.port}`, from),
			tls: "demanded",
		},
		onFailure: (failure) => failures.push(failure),
	});
	expect(await mailer.send(mail)).toBe(false);
	expect(failures).toMatchObject([{ code: "ETLS" }]);
	expect(server.received).toEqual([]);
});

test("a wrong setting ends the start with a sentence that names it and hides the password", () => {
	for (const [SMTP_URL, REEVE_MAIL_FROM, word] of [
		["http://mail.test", from, "SMTP_URL"],
		["smtp://u:hunter2@", from, "SMTP_URL"],
		["smtp://u:hunter2@mail.test?debug=true", from, "SMTP_URL"],
		["smtp://:hunter2@mail.test", from, "SMTP_URL"],
		["smtp://u:hunter2%ZZ@mail.test", from, "SMTP_URL"],
		["smtp://u:hunter2@mail.test", undefined, "REEVE_MAIL_FROM"],
		["smtp://u:hunter2@mail.test", "Reeve", "REEVE_MAIL_FROM"],
		["smtp://u:hunter2@mail.test", "a@b.c\r\nBcc: x@y.z", "REEVE_MAIL_FROM"],
	]) {
		const read = () => readConfig({ SMTP_URL, REEVE_MAIL_FROM });
		expect(read, SMTP_URL).toThrow(ConfigError);
		expect(read).toThrow(word);
		expect(read).not.toThrow("hunter2");
	}
	expect(readConfig({}).mail).toBeUndefined();
});

const openssl = requireBinary("openssl");

describe.skipIf(openssl === undefined)("over TLS", () => {
	const folder = mkdtempSync(join(tmpdir(), "reeve-mail-"));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));
	const [key, cert] = openssl ? makeCertificate(openssl, folder) : ["", ""];

	test("the certificate is checked before anything is said, with STARTTLS and with TLS first", async () => {
		for (const [protocol, secure] of [
			["smtp", false],
			["smtps", true],
		] as const) {
			const server = await mailServer({
				disabledCommands: [],
				secure,
				key,
				cert,
				onAuth: ({ username }, _session, done) =>
					done(null, { user: username }),
			});
			const url = `${protocol}://u:p@localhost:${server.port}`;
			const strange = mailerTo(url);
			expect(await strange.mailer.send(mail)).toBe(false);
			expect(strange.failures.length).toBe(1);
			expect(server.received).toEqual([]);
			const known = mailerTo(url, { tls: { ca: cert } });
			expect(await known.mailer.send(mail), protocol).toBe(true);
			expect(await server.next()).toMatchObject({ secure: true, user: "u" });
		}
	});
});

function makeCertificate(openssl: string, folder: string): [string, string] {
	const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
	execFileSync(
		openssl,
		`req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout ${key} -out ${cert} -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost`.split(
			" ",
		),
		{ stdio: "ignore" },
	);
	return [readFileSync(key, "utf8"), readFileSync(cert, "utf8")];
}
