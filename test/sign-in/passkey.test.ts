import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import {
	type Bent,
	type SoftAuthenticator,
	softAuthenticator,
} from "../support/authenticator.ts";
import { movableClock } from "../support/clock.ts";
import {
	type Browser,
	openBrowser,
	personWithPassword,
	type SignedIn,
	signedIn,
	signIn,
} from "../support/person.ts";
import { passwordStep } from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let server: TestServer;
const clock = movableClock();

/** Browsers keep passkeys for names only, so these tests reach the server as localhost. */
let site: { url: string };
let origin: string;

beforeAll(async () => {
	server = await startTestServer({ clock });
	origin = server.url.replace("127.0.0.1", "localhost");
	site = { url: origin };
});

afterAll(() => server?.stop());

interface Owner {
	id: string;
	email: string;
	password: string;
	browser: SignedIn;
	key: SoftAuthenticator;
	factorId: string;
	recoveryCodes: string[] | null;
}

const post = (browser: Browser, path: string, body: object = {}) =>
	browser.call("POST", path, body, { origin });

async function enrolKey(
	browser: Browser,
	key: SoftAuthenticator,
	name = "Key",
	bent: Bent & { origin?: string } = {},
) {
	const begun = await post(browser, "/second-factors/begin-passkey");
	expect(begun.status, begun.text).toBe(200);
	const response = key.create(begun.json.options, bent.origin ?? origin, bent);
	return post(browser, "/second-factors/confirm-passkey", { name, response });
}

/** Somebody with a passkey, and where they enrolled it. */
async function personWithKey(
	key = softAuthenticator(),
	bent: Bent = {},
): Promise<Owner> {
	const person = await personWithPassword(server, "operator");
	const browser = await signIn(server, person, openBrowser(site));
	const { json, status, text } = await enrolKey(browser, key, "Key", bent);
	expect(status, text).toBe(200);
	return {
		...person,
		browser,
		key,
		factorId: json.id,
		recoveryCodes: json.recovery_codes,
	};
}

/** A browser that owes the second step. */
async function atSecondStep(person: Owner): Promise<Browser> {
	const browser = openBrowser(site);
	const { json } = await passwordStep(browser, person);
	expect(json).toMatchObject({ next: "second_factor" });
	return browser;
}

async function show(
	browser: Browser,
	key: SoftAuthenticator,
	bent: Bent & { origin?: string } = {},
	asked: object = {},
) {
	const { json, status, text } = await post(
		browser,
		"/sign-in/passkey-options",
		asked,
	);
	expect(status, text).toBe(200);
	const response = key.get(json.options, bent.origin ?? origin, bent);
	return {
		response,
		answer: await post(browser, "/sign-in/passkey", { response }),
	};
}

const reason = ({
	status,
	json,
}: {
	status: number;
	json: { reason: string };
}) => [status, json.reason];

describe("a passkey is enrolled", () => {
	test("with a challenge of the session, for the host's name, and brings recovery codes as the first factor", async () => {
		const person = await personWithPassword(server, "operator");
		const browser = await signIn(server, person, openBrowser(site));
		const begun = await post(browser, "/second-factors/begin-passkey");
		expect(begun.json.options).toMatchObject({
			rp: { id: "localhost", name: "Reeve" },
			user: { name: person.email, displayName: "Some Body" },
			excludeCredentials: [],
			attestation: "none",
			authenticatorSelection: { residentKey: "preferred" },
		});
		// The name under which an authenticator files a person says nothing about them.
		const handle = Buffer.from(begun.json.options.user.id, "base64url");
		expect(handle.toString("latin1")).not.toContain(person.id);
		const response = softAuthenticator().create(begun.json.options, origin);
		const confirm = () =>
			post(browser, "/second-factors/confirm-passkey", {
				name: "Laptop",
				response,
			});
		const made = await confirm();
		expect(made.json).toMatchObject({ kind: "passkey", name: "Laptop" });
		expect(made.json.recovery_codes).toHaveLength(10);
		expect(reason(await confirm())).toEqual([409, "passkey_not_begun"]);
	});

	test("once on one authenticator, and a second one brings no codes", async () => {
		const person = await personWithKey();
		expect(person.recoveryCodes).toHaveLength(10);
		await expect(enrolKey(person.browser, person.key)).rejects.toThrow(
			"InvalidStateError",
		);
		const other = await enrolKey(person.browser, softAuthenticator(), "Other");
		expect(other.json).toMatchObject({ name: "Other", recovery_codes: null });
	});

	test("by nobody for somebody else's challenge, origin, host or type, nor after its time", async () => {
		const person = await personWithPassword(server, "operator");
		const browser = await signIn(server, person, openBrowser(site));
		const bends: (Bent & { origin?: string })[] = [
			{ challenge: Buffer.alloc(32, 1).toString("base64url") },
			{ origin: "https://evil.example" },
			{ origin: origin.replace(/\d+$/, "1") },
			{ rpId: "evil.example" },
			{ type: "webauthn.get" },
			{ present: false },
		];
		for (const bent of bends) {
			const answer = await enrolKey(browser, softAuthenticator(), "K", bent);
			expect([answer.status, answer.json.reason, bent]).toEqual([
				400,
				"passkey",
				bent,
			]);
		}
		const begun = await post(browser, "/second-factors/begin-passkey");
		const response = softAuthenticator().create(begun.json.options, origin);
		clock.offsetMs += 300_001;
		const late = await post(browser, "/second-factors/confirm-passkey", {
			name: "K",
			response,
		});
		expect(reason(late)).toEqual([409, "passkey_not_begun"]);
		const { json } = await browser.call("GET", "/second-factors");
		expect(json.data).toEqual([]);
	});

	test("in the session that began it alone, and under nobody else's id", async () => {
		const person = await personWithKey();
		const thief = await personWithPassword(server, "operator");
		const theirs = await signIn(server, thief, openBrowser(site));
		const begun = await post(person.browser, "/second-factors/begin-passkey");
		const response = softAuthenticator().create(begun.json.options, origin);
		const body = { name: "K", response };
		expect(
			reason(await post(theirs, "/second-factors/confirm-passkey", body)),
		).toEqual([409, "passkey_not_begun"]);
		const { id } = person.key.get(
			{ rpId: "localhost", challenge: "AAAA", allowCredentials: [] },
			origin,
		);
		const taken = await enrolKey(theirs, softAuthenticator(), "K", { id });
		expect(reason(taken)).toEqual([409, "passkey_taken"]);
	});

	test("only where the server is reached by a name", async () => {
		const person = await personWithPassword(server, "operator");
		const browser = await signIn(server, person);
		const begun = await browser.call("POST", "/second-factors/begin-passkey");
		expect(reason(begun)).toEqual([409, "passkey_needs_name"]);
	});
});

describe("the second step by passkey", () => {
	test("signs in, offering this person's keys alone, verified or merely touched", async () => {
		const person = await personWithKey();
		await personWithKey();
		const step = await atSecondStep(person);
		const { json } = await post(step, "/sign-in/passkey-options");
		expect(json.options.allowCredentials).toHaveLength(1);
		expect(json.options).toMatchObject({
			rpId: "localhost",
			userVerification: "preferred",
		});
		const { answer } = await show(step, person.key, { verified: false });
		expect(answer.json).toMatchObject({ next: "signed_in" });
		const who = signedIn(step, answer.json.csrf);
		expect((await who.call("GET", "/whoami")).json.user.id).toBe(person.id);
		const sessions = await who.call("GET", "/sessions");
		expect(sessions.json.data).toContainEqual(
			expect.objectContaining({
				current: true,
				methods: ["password", "passkey"],
			}),
		);
		const listed = await who.call("GET", "/second-factors");
		expect(listed.json.data[0].last_used_at).not.toBeNull();
	});

	test("refuses a wrong challenge, origin, host or type, a key that was not touched, and another's key", async () => {
		const person = await personWithKey();
		const bends: (Bent & { origin?: string })[] = [
			{ challenge: Buffer.alloc(32, 1).toString("base64url") },
			{ origin: "https://evil.example" },
			{ rpId: "evil.example" },
			{ type: "webauthn.create" },
			{ present: false },
		];
		const step = await atSecondStep(person);
		for (const bent of bends) {
			const { answer } = await show(step, person.key, bent);
			expect([answer.status, answer.json.reason, bent]).toEqual([
				401,
				"wrong_passkey",
				bent,
			]);
		}
		const other = await personWithKey();
		const fresh = await atSecondStep(person);
		const { json } = await post(fresh, "/sign-in/passkey-options");
		const response = other.key.get(
			{ ...json.options, allowCredentials: [] },
			origin,
		);
		const stolen = await post(fresh, "/sign-in/passkey", { response });
		expect(reason(stolen)).toEqual([401, "wrong_passkey"]);
		await server.server.gate.refusals.flush();
		const noted = await server.server.database
			.reader([server.first.accountId])
			.query<{ reason: string }>(
				sql`select reason from audit_events where account_id = ${server.first.accountId} and actor_id = ${person.id} and outcome = 'refused'`,
			);
		expect(noted).toEqual(Array(6).fill({ reason: "wrong_passkey" }));
	});

	test("takes an answer once: replayed in the same or another sign-in it is refused", async () => {
		const person = await personWithKey(softAuthenticator(false));
		const step = await atSecondStep(person);
		const attempt = step.cookies.get("reeve_attempt") ?? "";
		const { response, answer } = await show(step, person.key);
		expect(answer.status, answer.text).toBe(200);
		const same = openBrowser(site);
		same.cookies.set("reeve_attempt", attempt);
		expect(reason(await post(same, "/sign-in/passkey", { response }))).toEqual([
			401,
			"sign_in_over",
		]);
		const next = await atSecondStep(person);
		expect(reason(await post(next, "/sign-in/passkey", { response }))).toEqual([
			401,
			"wrong_passkey",
		]);
		await post(next, "/sign-in/passkey-options");
		expect(reason(await post(next, "/sign-in/passkey", { response }))).toEqual([
			401,
			"wrong_passkey",
		]);
	});

	test("of one answer that is sent five times at once takes one", async () => {
		const person = await personWithKey(softAuthenticator(false));
		const step = await atSecondStep(person);
		const { json } = await post(step, "/sign-in/passkey-options");
		const response = person.key.get(json.options, origin);
		const cookie = `reeve_attempt=${step.cookies.get("reeve_attempt")}`;
		const answers = await Promise.all(
			Array.from({ length: 5 }, () =>
				openBrowser(site).call(
					"POST",
					"/sign-in/passkey",
					{ response },
					{ origin, cookie },
				),
			),
		);
		const statuses = answers.map(({ status }) => status).sort();
		expect(statuses).toEqual([200, 401, 401, 401, 401]);
	});

	test("refuses a key whose counter stands still or falls: somebody copied it", async () => {
		const person = await personWithKey();
		const first = await atSecondStep(person);
		expect((await show(first, person.key, { counter: 7 })).answer.status).toBe(
			200,
		);
		const copies = await atSecondStep(person);
		for (const counter of [7, 6, 0]) {
			const { answer } = await show(copies, person.key, { counter });
			expect(reason(answer)).toEqual([401, "wrong_passkey"]);
		}
		expect((await show(copies, person.key, { counter: 8 })).answer.status).toBe(
			200,
		);
	});
});

describe("a passkey alone", () => {
	const alone = { alone: true };

	test("signs in without address or password and counts as both factors", async () => {
		const person = await personWithKey();
		const browser = openBrowser(site);
		const { json } = await post(browser, "/sign-in/passkey-options");
		expect(json.options).toMatchObject({
			allowCredentials: [],
			userVerification: "required",
		});
		const { answer } = await show(browser, person.key);
		expect(answer.json).toMatchObject({ next: "signed_in" });
		const who = signedIn(browser, answer.json.csrf);
		expect((await who.call("GET", "/whoami")).json.user.id).toBe(person.id);
	});

	test("must have verified the person, not merely felt a touch", async () => {
		const person = await personWithKey();
		const { answer } = await show(openBrowser(site), person.key, {
			verified: false,
		});
		expect(reason(answer)).toEqual([401, "wrong_passkey"]);
	});

	test("that nobody here has, or that was deleted, signs nobody in", async () => {
		const stranger = softAuthenticator();
		stranger.create(
			{
				rp: { id: "localhost" },
				user: { id: "AAAA" },
				challenge: "AAAA",
				excludeCredentials: [],
			},
			origin,
		);
		const { answer } = await show(openBrowser(site), stranger);
		expect(reason(answer)).toEqual([401, "unknown_passkey"]);
		const person = await personWithKey();
		const gone = await person.browser.call(
			"DELETE",
			`/second-factors/${person.factorId}`,
			undefined,
			{ origin },
		);
		expect(gone.status, gone.text).toBe(204);
		const after = await show(openBrowser(site), person.key);
		expect(reason(after.answer)).toEqual([401, "unknown_passkey"]);
	});

	test("leaves another's sign-in that is between its steps behind", async () => {
		const left = await personWithKey();
		const person = await personWithKey();
		const browser = await atSecondStep(left);
		const { answer } = await show(browser, person.key, {}, alone);
		const who = signedIn(browser, answer.json.csrf);
		expect((await who.call("GET", "/whoami")).json.user.id).toBe(person.id);
	});

	test("goes stale with its challenge, and five wrong answers end it", async () => {
		const person = await personWithKey();
		const browser = openBrowser(site);
		const { json } = await post(browser, "/sign-in/passkey-options");
		const wrong = person.key.get(json.options, "https://evil.example");
		for (let n = 0; n < 5; n++)
			expect(
				reason(await post(browser, "/sign-in/passkey", { response: wrong })),
			).toEqual([401, "wrong_passkey"]);
		const right = person.key.get(json.options, origin);
		expect(
			reason(await post(browser, "/sign-in/passkey", { response: right })),
		).toEqual([401, "sign_in_over"]);
		const late = openBrowser(site);
		const asked = await post(late, "/sign-in/passkey-options");
		const response = person.key.get(asked.json.options, origin);
		clock.offsetMs += 300_001;
		expect(reason(await post(late, "/sign-in/passkey", { response }))).toEqual([
			401,
			"sign_in_over",
		]);
	});

	test("of a blocked person is told so, and signs nobody in", async () => {
		const person = await personWithKey();
		await server.call("PATCH", `/api/v1/users/${person.id}`, {
			token: server.first.token,
			body: { blocked: true },
		});
		const { answer } = await show(openBrowser(site), person.key);
		expect(reason(answer)).toEqual([403, "user_blocked"]);
	});
});

test("behind a proxy that speaks https, passkeys belong to the public name", async () => {
	const origin = "https://reeve.example.com";
	const own = await startTestServer({
		clock,
		env: { REEVE_PUBLIC_URL: `${origin}/` },
	});
	try {
		const browser = await signIn(own, own.first);
		const key = softAuthenticator();
		const call = (path: string, body: object = {}, at = origin) =>
			browser.call("POST", path, body, { origin: at });
		const begun = await call("/second-factors/begin-passkey");
		expect(begun.json.options.rp.id).toBe("reeve.example.com");
		const response = key.create(begun.json.options, origin);
		const body = { name: "Key", response };
		const made = await call("/second-factors/confirm-passkey", body);
		expect(made.status, made.text).toBe(200);
		const foreign = await call("/sign-in/passkey-options", {}, "https://e.vil");
		expect(reason(foreign)).toEqual([403, "csrf"]);
		const asked = await call("/sign-in/passkey-options");
		const used = await call("/sign-in/passkey", {
			response: key.get(asked.json.options, origin),
		});
		expect(used.json).toMatchObject({ next: "signed_in" });
		expect([...browser.cookies.keys()]).toEqual(["__Host-reeve_session"]);
	} finally {
		await own.stop();
	}
});
