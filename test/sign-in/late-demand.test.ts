import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { movableClock } from "../support/clock.ts";
import { makeTenant } from "../support/people.ts";
import {
	personWithPassword,
	type SignedIn,
	signIn,
} from "../support/person.ts";
import { enrolApp } from "../support/second-factors.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const MINUTE_MS = 60_000;

const clock = movableClock();
let server: TestServer;
let tenantId: string;

beforeAll(async () => {
	server = await startTestServer({ clock });
	tenantId = await makeTenant(server, "Acme");
});

afterAll(() => server?.stop());

const asOwner = async (method: string, path: string, body?: unknown) => {
	const { token } = server.first;
	const answer = await server.call(method, `/api/v1${path}`, { token, body });
	expect(answer.status, answer.text).toBeLessThan(300);
	return answer.json;
};

/** Somebody who works at home, and has neither a second factor nor a reason to. */
const someone = () => personWithPassword(server, "operator");

async function demandOfAll(isDemanded: boolean) {
	const settings = { local_mfa_enabled: isDemanded };
	await asOwner("PATCH", "/account", { settings });
}

/** What becomes of an ordinary call: 200, or why it was refused. */
async function callOf(who: SignedIn) {
	const { status, json } = await who.call("GET", "/sessions");
	return status === 200 ? 200 : json.reason;
}

/** Puts a person into a group that reaches the tenant. */
async function giveReach(personId: string) {
	const group = await asOwner("POST", "/groups", { name: `For ${personId}` });
	await asOwner("PATCH", `/users/${personId}`, { groups: [group.id] });
	const grant = { group_id: group.id, tenant_id: tenantId, role: "operator" };
	return (await asOwner("POST", "/grants", grant)).id as string;
}

describe("a session that is open while a second factor becomes demanded", () => {
	test("promise N11: waits for it at once where a setting demands it, and is open once it is enrolled", async () => {
		const who = await signIn(server, await someone());
		expect(await callOf(who)).toBe(200);
		await demandOfAll(true);
		try {
			expect(await callOf(who)).toBe("second_factor_required");
			const { json } = await who.call("GET", "/sign-in");
			expect(json.needs).toBe("second_factor_enrolment");
			await enrolApp(who, clock);
			expect(await callOf(who)).toBe(200);
		} finally {
			await demandOfAll(false);
		}
	});

	test("waits within a minute where a grant demands it, and goes on when the grant is gone", async () => {
		const person = await someone();
		const who = await signIn(server, person);
		expect(await callOf(who)).toBe(200);
		const grantId = await giveReach(person.id);
		clock.offsetMs += MINUTE_MS;
		expect(await callOf(who)).toBe("second_factor_required");
		await asOwner("DELETE", `/grants/${grantId}`);
		clock.offsetMs += MINUTE_MS;
		expect(await callOf(who)).toBe(200);
	});

	test("waits at once when its person becomes an administrator who reaches tenants", async () => {
		const person = await someone();
		const who = await signIn(server, person);
		expect(await callOf(who)).toBe(200);
		await asOwner("PATCH", `/users/${person.id}`, { role: "admin" });
		expect(await callOf(who)).toBe("second_factor_required");
	});

	test("goes on where a factor was shown or enrolled in it", async () => {
		const who = await signIn(server, await someone());
		await enrolApp(who, clock);
		await demandOfAll(true);
		try {
			expect(await callOf(who)).toBe(200);
		} finally {
			await demandOfAll(false);
		}
	});

	test("enrols only once its person has confirmed, for the screen may have been open for hours", async () => {
		const person = await someone();
		const who = await signIn(server, person);
		await demandOfAll(true);
		try {
			clock.offsetMs += 20 * MINUTE_MS;
			const refused = await who.call("POST", "/second-factors/begin-totp");
			expect(refused.json.reason).toBe("confirm_required");
			const { password } = person;
			const confirmed = await who.call("POST", "/sessions/confirm", {
				password,
			});
			expect(confirmed.status, confirmed.text).toBe(200);
			expect(await callOf(who)).toBe("second_factor_required");
			await enrolApp(who, clock);
			expect(await callOf(who)).toBe(200);
		} finally {
			await demandOfAll(false);
		}
	});

	test("adds no factor beside one that its person has; showing that one opens it", async () => {
		const person = await someone();
		const other = await signIn(server, person);
		const app = await enrolApp(await signIn(server, person), clock);
		expect(await callOf(other)).toBe(200);
		await demandOfAll(true);
		try {
			expect(await callOf(other)).toBe("second_factor_required");
			const { json } = await other.call("POST", "/second-factors/begin-totp");
			expect(json.reason).toBe("second_factor_enrolled");
			const { password } = person;
			await other.call("POST", "/sessions/confirm", { password });
			expect(await callOf(other)).toBe("second_factor_required");
			const code = app.next();
			const shown = await other.call("POST", "/sessions/confirm", { code });
			expect(shown.status, shown.text).toBe(200);
			expect(await callOf(other)).toBe(200);
		} finally {
			await demandOfAll(false);
		}
	});
});
