import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "../../src/modules/index.ts";
import { softAuthenticator } from "../support/authenticator.ts";
import { movableClock } from "../support/clock.ts";
import { makeTenant } from "../support/people.ts";
import {
	openBrowser,
	personWithPassword,
	type SignedIn,
	signedIn,
	signIn,
} from "../support/person.ts";
import {
	atSecondStep,
	enrolApp,
	passwordStep,
	signInWithApp,
} from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const clock = movableClock();
let server: TestServer;
let tenantId: string;

beforeAll(async () => {
	server = await startTestServer({ clock });
	tenantId = await makeTenant(server, "Acme");
});

afterAll(() => server?.stop());

const asOwner = (method: string, path: string, body?: unknown) =>
	server.call(method, `/api/v1${path}`, { token: server.first.token, body });

async function setting(settings: Record<string, boolean>) {
	const answer = await asOwner("PATCH", "/account", { settings });
	expect(answer.status, answer.text).toBe(200);
}

/** What the password alone leads to. */
async function nextFor(who: { email: string; password: string }) {
	const { json } = await passwordStep(openBrowser(server), who);
	return json.next;
}

/** Somebody whose session waits for the first factor. */
async function restricted(who: {
	email: string;
	password: string;
}): Promise<SignedIn> {
	const browser = openBrowser(server);
	const { json, text } = await passwordStep(browser, who);
	expect(json.next, text).toBe("enrol_second_factor");
	return signedIn(browser, json.csrf);
}

/** A user of the provider whom a group gives a tenant. */
async function technician() {
	const person = await personWithPassword(server, "user");
	const group = await asOwner("POST", "/groups", {
		name: `Technicians ${person.id}`,
	});
	await asOwner("PATCH", `/users/${person.id}`, { groups: [group.json.id] });
	const grant = await asOwner("POST", "/grants", {
		group_id: group.json.id,
		tenant_id: tenantId,
		role: "operator",
	});
	expect(grant.status, grant.text).toBe(201);
	return { ...person, grantId: grant.json.id as string };
}

describe("a second factor is demanded", () => {
	test("promise N11: of whoever reaches tenants, from the first day and of nobody else", async () => {
		expect(await nextFor(server.first)).toBe("enrol_second_factor");
		const admin = await personWithPassword(server, "admin");
		expect(await nextFor(admin)).toBe("enrol_second_factor");
		const reaching = await technician();
		expect(await nextFor(reaching)).toBe("enrol_second_factor");
		const home = await personWithPassword(server, "operator");
		expect(await nextFor(home)).toBe("signed_in");
		const ofTenant = await personWithPassword(server, "admin", tenantId);
		expect(await nextFor(ofTenant)).toBe("signed_in");
		await asOwner("DELETE", `/grants/${reaching.grantId}`);
		expect(await nextFor(reaching)).toBe("signed_in");
	});

	test("of administrators of a provider with a tenant even where no grant says so now", async () => {
		const admin = await personWithPassword(server, "admin");
		const grants = await asOwner("GET", "/grants");
		for (const { id } of grants.json.data)
			await asOwner("DELETE", `/grants/${id}`);
		expect(await nextFor(admin)).toBe("enrol_second_factor");
	});

	test("of everybody where the account says so, and of nobody where it says not", async () => {
		const home = await personWithPassword(server, "operator");
		await setting({ local_mfa_enabled: true });
		expect(await nextFor(home)).toBe("enrol_second_factor");
		await setting({
			local_mfa_enabled: false,
			tenant_reach_mfa_enabled: false,
		});
		expect(await nextFor(home)).toBe("signed_in");
		expect(await nextFor(await technician())).toBe("signed_in");
		await setting({ tenant_reach_mfa_enabled: true });
	});

	test("of nobody on a server that has no tenants and does not ask", async () => {
		const alone = await startTestServer({ clock });
		try {
			const { json } = await passwordStep(openBrowser(alone), alone.first);
			expect(json.next).toBe("signed_in");
		} finally {
			await alone.stop();
		}
	});

	test("and NetBird's clients see nothing of the setting they do not know", async () => {
		const wire = await server.call("GET", "/api/accounts", {
			token: server.first.token,
		});
		expect(wire.status).toBe(200);
		expect(wire.json[0].settings).toHaveProperty("local_mfa_enabled");
		expect(wire.json[0].settings).not.toHaveProperty(
			"tenant_reach_mfa_enabled",
		);
	});
});

/** What a session that waits may do besides enrolling: say who it is. */
const OPEN_TO_ALL = operations
	.filter(({ scope }) => scope === "caller")
	.map(({ id }) => id);

const ENROLMENT = [
	"second_factors.list",
	"second_factors.begin_totp",
	"second_factors.confirm_totp",
	"second_factors.begin_passkey",
	"second_factors.confirm_passkey",
];

describe("a session that waits for its first factor", () => {
	test("opens no operation but enrolment: each of the others says what is needed", async () => {
		const who = await restricted(await technician());
		const state = await who.call("GET", "/sign-in");
		expect(state.json).toMatchObject({
			signed_in: true,
			needs: "second_factor_enrolment",
		});
		const wrong: string[] = [];
		for (const { id, method, path, scope } of operations) {
			if (ENROLMENT.includes(id) || OPEN_TO_ALL.includes(id)) continue;
			const at = path.replaceAll(/\{[^}]+\}/g, "1000001");
			const { status, json } = await who.call(method, at);
			if (status !== 403 || json.reason !== "second_factor_required")
				wrong.push(`${id} (${scope}): ${status} ${json?.reason}`);
		}
		expect(wrong).toEqual([]);
		const entered = await who.call("GET", `/devices?account=${tenantId}`);
		expect(entered.json.reason).toBe("second_factor_required");
	});

	test("cannot change the password that it was opened with", async () => {
		const person = await technician();
		const who = await restricted(person);
		const { status } = await who.call(
			"POST",
			`/users/${person.id}/change-password`,
			{ old_password: person.password, new_password: "Another-Passw0rd!" },
		);
		expect(status).toBe(403);
	});

	test("opens everything once an app is enrolled, and the next sign-in asks for it", async () => {
		const person = await technician();
		const who = await restricted(person);
		const app = await enrolApp(who, clock);
		expect(app.recoveryCodes).toHaveLength(10);
		const state = await who.call("GET", "/sign-in");
		expect(state.json).toMatchObject({ signed_in: true, needs: null });
		const entered = await who.call("GET", `/devices?account=${tenantId}`);
		expect(entered.status, entered.text).toBe(200);
		expect(await nextFor(person)).toBe("second_factor");
		const next = await signInWithApp(server, person, app);
		expect((await next.call("GET", "/sessions")).status).toBe(200);
	});

	test("opens everything once a passkey is enrolled", async () => {
		const origin = server.url.replace("127.0.0.1", "localhost");
		const person = await technician();
		const browser = openBrowser({ url: origin });
		const { json } = await passwordStep(browser, person);
		const who = signedIn(browser, json.csrf);
		const call = (path: string, body: object) =>
			who.call("POST", `/second-factors/${path}`, body, { origin });
		const begun = await call("begin-passkey", {});
		const response = softAuthenticator().create(begun.json.options, origin);
		const made = await call("confirm-passkey", { name: "Key", response });
		expect(made.status, made.text).toBe(200);
		expect((await who.call("GET", "/sessions")).status).toBe(200);
	});

	test("adds no second factor beside one that was enrolled elsewhere: who knows the password alone stays out", async () => {
		const person = await technician();
		const thief = await restricted(person);
		const begun = await thief.call("POST", "/second-factors/begin-totp");
		expect(begun.status).toBe(200);
		await enrolApp(await restricted(person), clock);
		for (const [path, body] of [
			["begin-totp", {}],
			["begin-passkey", {}],
			["confirm-totp", { code: "123456" }],
		] as const) {
			const { status, json } = await thief.call(
				"POST",
				`/second-factors/${path}`,
				body,
			);
			expect([status, json.reason]).toEqual([403, "second_factor_enrolled"]);
		}
		const still = await thief.call("GET", "/sessions");
		expect(still.json.reason).toBe("second_factor_required");
	});

	test("of two that enrol at once, one wins", async () => {
		const person = await technician();
		const both = [await restricted(person), await restricted(person)];
		const apps = await Promise.allSettled(
			both.map((browser) => enrolApp(browser, clock)),
		);
		const won = apps.filter(({ status }) => status === "fulfilled");
		expect(won).toHaveLength(1);
		const open = await Promise.all(
			both.map((browser) => browser.call("GET", "/sessions")),
		);
		expect(open.filter(({ status }) => status === 200)).toHaveLength(1);
	});
});

describe("the last factor", () => {
	test("stays while it is demanded, and goes when another one is there or nobody asks any more", async () => {
		const person = await technician();
		const who = await restricted(person);
		const app = await enrolApp(who, clock);
		const remove = (id: string) => who.call("DELETE", `/second-factors/${id}`);
		const refused = await remove(app.id);
		expect([refused.status, refused.json.reason]).toEqual([
			409,
			"second_factor_demanded",
		]);
		const other = await enrolApp(who, clock, "Tablet");
		expect((await remove(app.id)).status).toBe(204);
		expect((await remove(other.id)).json.reason).toBe("second_factor_demanded");
		await asOwner("DELETE", `/grants/${person.grantId}`);
		expect((await remove(other.id)).status).toBe(204);
		expect(await nextFor(person)).toBe("signed_in");
	});

	test("is asked for though nobody demands it", async () => {
		const person = await personWithPassword(server, "operator");
		const app = await enrolApp(await signIn(server, person), clock);
		const step = await atSecondStep(server, person);
		expect(step.cookies.has("reeve_session")).toBe(false);
		await signInWithApp(server, person, app);
	});

	test("of somebody whom an administrator has reset is enrolled anew at the next sign-in", async () => {
		const person = await technician();
		await enrolApp(await restricted(person), clock);
		const reset = await asOwner(
			"POST",
			`/users/${person.id}/reset-second-factors`,
			{},
		);
		expect(reset.json).toMatchObject({ second_factors: 1 });
		await enrolApp(await restricted(person), clock);
	});
});
