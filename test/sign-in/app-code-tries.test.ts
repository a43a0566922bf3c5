import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APP_CODE_TRIES_MAX } from "../../src/modules/second-factors/index.ts";
import { movableClock } from "../support/clock.ts";
import { openBrowser, personWithPassword, signIn } from "../support/person.ts";
import {
	type App,
	atSecondStep,
	enrolApp,
	signInWithApp,
} from "../support/second-factors.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

const HOUR_MS = 60 * 60_000;
/** Of one sign-in, after which another must be begun. */
const TRIES = 5;

const clock = movableClock();
let server: TestServer;
let second: TestServer;

beforeAll(async () => {
	server = await startTestServer({ clock });
	second = await startTestServer({ clock, sharing: server });
});

afterAll(async () => {
	await second?.stop();
	await server?.stop();
});

interface Someone {
	id: string;
	email: string;
	password: string;
	app: App;
}

async function someone(): Promise<Someone> {
	const person = await personWithPassword(server, "operator");
	const app = await enrolApp(await signIn(server, person), clock);
	return { ...person, app };
}

/** Tries so many wrong codes, on one server and the other. */
async function guess(who: Someone, count: number): Promise<Answer[]> {
	const answers: Answer[] = [];
	while (answers.length < count) {
		const at = answers.length % (2 * TRIES) < TRIES ? server : second;
		const browser = await atSecondStep(at, who);
		for (let i = 0; i < TRIES && answers.length < count; i++)
			answers.push(
				await browser.call("POST", "/sign-in/totp", { code: "000000" }),
			);
	}
	return answers;
}

async function rightCode(who: Someone): Promise<Answer> {
	const browser = await atSecondStep(server, who);
	const code = who.app.next();
	return browser.call("POST", "/sign-in/totp", { code });
}

async function expectClosed(who: Someone) {
	const { status, json } = await rightCode(who);
	expect([status, json.reason]).toEqual([403, "app_codes_closed"]);
}

describe("codes of an app are closed", () => {
	test("after twenty wrong ones in a row, over all sign-ins and servers, and the log says so", async () => {
		const who = await someone();
		const reasons = (await guess(who, APP_CODE_TRIES_MAX)).map(
			({ json }) => json.reason,
		);
		const last = reasons.pop();
		expect(new Set(reasons)).toEqual(new Set(["wrong_code"]));
		expect(last).toBe("app_codes_closed");
		await expectClosed(who);
		await Promise.all(
			[server, second].map((one) => one.server.gate.refusals.flush()),
		);
		const { json } = await server.call(
			"GET",
			"/api/v1/audit-events?operation=sign_in.totp&sort=-at&limit=1",
			{ token: server.first.token },
		);
		expect(json.data[0]).toMatchObject({
			outcome: "refused",
			reason: "app_codes_closed",
			target: { id: who.id },
		});
	});

	test("for a day, however much is tried meanwhile", async () => {
		const who = await someone();
		await guess(who, APP_CODE_TRIES_MAX);
		clock.offsetMs += 23 * HOUR_MS;
		await expectClosed(who);
		clock.offsetMs += HOUR_MS;
		const { status, text } = await rightCode(who);
		expect(status, text).toBe(200);
	});

	test("until a recovery code was right", async () => {
		const who = await someone();
		await guess(who, APP_CODE_TRIES_MAX);
		const browser = await atSecondStep(server, who);
		const [code] = who.app.recoveryCodes;
		const { status } = await browser.call("POST", "/sign-in/recovery-code", {
			code,
		});
		expect(status).toBe(200);
		await signInWithApp(server, who, who.app);
	});

	test("until the password was set anew by a link", async () => {
		const who = await someone();
		await guess(who, APP_CODE_TRIES_MAX);
		const { token } = server.first;
		const link = await server.call(
			"POST",
			`/api/v1/users/${who.id}/reset-link`,
			{ token, body: {} },
		);
		expect(link.status, link.text).toBeLessThan(300);
		const password = "Another-horse-8";
		const done = await openBrowser(server).call(
			"POST",
			"/sign-in/complete-reset",
			{ token: link.json.url.split("#")[1], password },
		);
		expect(done.status, done.text).toBe(200);
		await signInWithApp(server, { ...who, password }, who.app);
	});

	test("until an administrator has taken the factors", async () => {
		const who = await someone();
		await guess(who, APP_CODE_TRIES_MAX);
		await server.call("POST", `/api/v1/users/${who.id}/reset-second-factors`, {
			token: server.first.token,
			body: {},
		});
		const app = await enrolApp(await signIn(server, who), clock);
		await signInWithApp(server, who, app);
	});
});

describe("codes of an app stay open", () => {
	test("where a right one came between", async () => {
		const who = await someone();
		for (let i = 0; i < 3; i++) {
			await guess(who, APP_CODE_TRIES_MAX - 1);
			await signInWithApp(server, who, who.app);
		}
	});

	test("whatever somebody tries who does not know the password", async () => {
		const who = await someone();
		const stranger = openBrowser(server);
		for (let i = 0; i < APP_CODE_TRIES_MAX + 1; i++) {
			await stranger.call("POST", "/sign-in/password", {
				email: who.email,
				password: "not-the-Passw0rd",
			});
			const { json } = await stranger.call("POST", "/sign-in/totp", {
				code: "000000",
			});
			expect(json.reason).toBe("sign_in_over");
		}
		await signInWithApp(server, who, who.app);
	});
});

test("wrong codes that confirm nothing count too, and recovery codes confirm while codes are closed", async () => {
	const who = await someone();
	const browser = await signInWithApp(server, who, who.app);
	await guess(who, APP_CODE_TRIES_MAX - 1);
	const confirm = (code: string) =>
		browser.call("POST", "/sessions/confirm", { code });
	expect((await confirm("000000")).json.reason).toBe("app_codes_closed");
	await expectClosed(who);
	expect((await confirm(who.app.recoveryCodes[0] ?? "")).status).toBe(200);
	await signInWithApp(server, who, who.app);
});
