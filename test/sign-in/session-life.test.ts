import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { deleteEndedSessions } from "../../src/worker/expired-rows.ts";
import { type MovableClock, movableClock } from "../support/clock.ts";
import {
	openBrowser,
	personWithPassword,
	type SignedIn,
	signIn,
} from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let clock: MovableClock;
let server: TestServer;
let second: TestServer;

beforeAll(async () => {
	clock = movableClock();
	server = await startTestServer({ clock });
	second = await startTestServer({ clock, sharing: server });
});

afterAll(async () => {
	await second?.stop();
	await server?.stop();
});

const status = async (who: SignedIn, at: TestServer = server) =>
	(
		await at.call("GET", "/api/v1/whoami", {
			headers: { cookie: who.cookie },
		})
	).status;

/** The session's end of idleness, once what is on its way to the database is there. */
async function idleEnd(who: SignedIn): Promise<number> {
	await Promise.all(
		[server, second].map((one) => one.server.resources.background.idle()),
	);
	const [row] = await server.server.database
		.reader([server.first.accountId])
		.query<{ valid_until: Date }>(
			sql`select valid_until from credential_secrets where account_id = ${server.first.accountId} and public_id = ${who.token.slice(0, 16)}`,
		);
	return row?.valid_until.getTime() ?? 0;
}

describe("a session ends", () => {
	test("of idleness, an hour after the last call, and not before", async () => {
		const owner = await signIn(server);
		for (let i = 0; i < 3; i++) {
			clock.offsetMs += 59 * MINUTE_MS;
			expect(await status(owner)).toBe(200);
			await idleEnd(owner);
		}
		clock.offsetMs += 61 * MINUTE_MS;
		const late = await owner.call("GET", "/whoami");
		expect([late.status, late.json.reason]).toEqual([401, "session_ended"]);
		const state = await owner.call("GET", "/sign-in");
		expect(state.json).toMatchObject({ signed_in: false, csrf: null });
		expect(owner.cookies.has("reeve_session"), "the cookie is cleared").toBe(
			false,
		);
	});

	test("of idleness though its page goes on asking by itself", async () => {
		const owner = await signIn(server);
		const byItself = () =>
			owner.call("GET", "/whoami", undefined, { "reeve-background": "1" });
		const first = await idleEnd(owner);
		for (let i = 0; i < 5; i++) {
			clock.offsetMs += 11 * MINUTE_MS;
			expect((await byItself()).status).toBe(200);
			expect(await idleEnd(owner)).toBe(first);
		}
		clock.offsetMs += 6 * MINUTE_MS;
		expect((await byItself()).json.reason).toBe("session_ended");
	});

	test("twelve hours after the sign-in, however busy it is", async () => {
		const owner = await signIn(server);
		for (let hour = 0; hour < 13; hour++) {
			clock.offsetMs += 55 * MINUTE_MS;
			expect(await status(owner)).toBe(200);
			await idleEnd(owner);
		}
		clock.offsetMs += 6 * MINUTE_MS;
		expect(await status(owner)).toBe(401);
		expect(await status(owner, second)).toBe(401);
	});

	test("and its end of idleness is written at most once a minute", async () => {
		const owner = await signIn(server);
		const first = await idleEnd(owner);
		clock.offsetMs += 30_000;
		expect(await status(owner)).toBe(200);
		expect(await idleEnd(owner)).toBe(first);
		clock.offsetMs += 40_000;
		expect(await status(owner)).toBe(200);
		expect(await idleEnd(owner)).toBeGreaterThan(first + 60_000);
	});

	test("nowhere while another server has served it: its idleness is theirs together", async () => {
		const owner = await signIn(server);
		expect(await status(owner, second)).toBe(200);
		clock.offsetMs += 50 * MINUTE_MS;
		expect(await status(owner)).toBe(200);
		await idleEnd(owner);
		clock.offsetMs += 50 * MINUTE_MS;
		expect(await status(owner, second)).toBe(200);
	});

	test("and is forgotten a day later, with nothing else", async () => {
		const owner = await signIn(server);
		clock.offsetMs += 13 * HOUR_MS;
		const fresh = await signIn(server);
		await deleteEndedSessions(server.server.database, clock.nowMs());
		expect((await owner.call("GET", "/whoami")).json.reason).toBe(
			"session_ended",
		);
		clock.offsetMs += 12 * HOUR_MS;
		expect(
			await deleteEndedSessions(server.server.database, clock.nowMs()),
		).toBeGreaterThan(0);
		expect((await owner.call("GET", "/whoami")).json.reason).toBe(
			"invalid_credential",
		);
		expect((await fresh.call("GET", "/whoami")).json.reason).toBe(
			"session_ended",
		);
	});
});

describe("a sign-in makes a new session", () => {
	test("and ends the one that the browser carried before, whoever's it was", async () => {
		const victim = openBrowser(server);
		const thief = await signIn(
			server,
			await personWithPassword(server, "user"),
		);
		const planted = thief.cookie;
		victim.cookies.set("reeve_session", thief.token);
		const owner = await signIn(server, server.first, victim);
		expect(owner.token).not.toBe(thief.token);
		const answer = await openBrowser(server).call("GET", "/whoami", undefined, {
			cookie: planted,
		});
		expect(answer.status, "the planted session").toBe(401);
		expect(await status(owner)).toBe(200);
	});

	test("and leaves other browsers of the same person alone", async () => {
		const one = await signIn(server);
		const two = await signIn(server);
		expect([await status(one), await status(two)]).toEqual([200, 200]);
	});
});

describe("what changes while somebody signs in", () => {
	test.each([
		["the password", sql`password_changed_at = now()`],
		["the user is blocked", sql`blocked = true`],
	])("%s: no session outlives it", async (_what, change) => {
		const person = await personWithPassword(server, "auditor");
		const { database } = server.server;
		let answer: Promise<unknown> = Promise.resolve();
		await database.transaction([person.accountId], async (tx) => {
			await tx.query(sql`update users set ${change}
				where account_id = ${person.accountId} and id = ${person.id}`);
			const { email, password } = person;
			answer = openBrowser(server)
				.call("POST", "/sign-in/password", { email, password })
				.then(({ status, json }) => [status, json.reason]);
			// It has found the password right, and waits to start the session.
			await expect
				.poll(() =>
					tx.query(sql`select 1 as one from pg_locks where not granted`),
				)
				.not.toEqual([]);
		});
		expect(await answer).toEqual([401, "changed_meanwhile"]);
	});
});

describe("sessions are ended", () => {
	test("by their owner, one or all the others, and by nobody else's id", async () => {
		const person = await personWithPassword(server, "auditor");
		const [one, two, three] = [
			await signIn(server, person),
			await signIn(server, person),
			await signIn(server, person),
		];
		const stranger = await signIn(server);
		const listed = await one.call("GET", "/sessions?sort=created_at");
		expect(listed.json.data).toHaveLength(3);
		expect(
			listed.json.data.map(({ current }: { current: boolean }) => current),
		).toEqual([true, false, false]);
		const secondId = listed.json.data[1].id;
		const foreign = await stranger.call("DELETE", `/sessions/${secondId}`);
		expect(foreign.status).toBe(404);
		expect((await one.call("DELETE", `/sessions/${secondId}`)).status).toBe(
			204,
		);
		expect(await status(two)).toBe(401);
		expect((await one.call("DELETE", `/sessions/${secondId}`)).status).toBe(
			404,
		);
		const ended = await one.call("POST", "/sessions/end-others");
		expect(ended.json).toEqual({ ended: 1 });
		expect([await status(one), await status(three)]).toEqual([200, 401]);
	});

	test("all of them, by an administrator who signs the user out everywhere", async () => {
		const person = await personWithPassword(server, "auditor");
		const tokens = [await signIn(server, person), await signIn(server, person)];
		const admin = await signIn(server);
		const { json } = await admin.call(
			"POST",
			`/users/${person.id}/end-sessions`,
		);
		expect(json).toEqual({ ended: 2 });
		for (const session of tokens) expect(await status(session)).toBe(401);
		const lowly = await signIn(server, person);
		const up = await lowly.call(
			"POST",
			`/users/${server.first.ownerId}/end-sessions`,
		);
		expect(up.status).toBe(403);
	});

	test("of somebody above oneself by nobody", async () => {
		const person = await personWithPassword(server, "admin");
		const admin = await signIn(server, person);
		const { status: code, json } = await admin.call(
			"POST",
			`/users/${server.first.ownerId}/end-sessions`,
		);
		expect([code, json.reason]).toEqual([403, "owner_protected"]);
	});

	test("when the user is blocked or deleted: at once here, within a second elsewhere", async () => {
		for (const change of ["block", "delete"]) {
			const person = await personWithPassword(server, "auditor");
			const session = await signIn(server, person);
			expect(await status(session, second)).toBe(200);
			const { token } = server.first;
			const path = `/api/v1/users/${person.id}`;
			const answer =
				change === "block"
					? await server.call("PATCH", path, { token, body: { blocked: true } })
					: await server.call("DELETE", path, { token });
			expect(answer.status).toBeLessThan(300);
			const here = await status(session);
			expect(here).toBe(401);
			await expect
				.poll(() => status(session, second), { timeout: 1000, interval: 20 })
				.toBe(here);
		}
	});

	test("by signing out: a copy opens nothing, here or on another server", async () => {
		const owner = await signIn(server);
		const copy = { ...owner, cookie: owner.cookie } as SignedIn;
		expect(await status(copy, second)).toBe(200);
		await owner.call("POST", "/sign-in/out");
		expect(await status(copy)).toBe(401);
		await expect
			.poll(() => status(copy, second), { timeout: 1000, interval: 20 })
			.toBe(401);
		const again = await owner.call("POST", "/sign-in/out");
		expect(again.status, "a second click").toBe(200);
	});

	test("all others, when the password is changed", async () => {
		const person = await personWithPassword(server, "auditor");
		const here = await signIn(server, person);
		const there = await signIn(server, person);
		const changed = await here.call(
			"POST",
			`/users/${person.id}/change-password`,
			{ old_password: person.password, new_password: "Another-horse-8" },
		);
		expect(changed.status, changed.text).toBeLessThan(300);
		expect([await status(here), await status(there)]).toEqual([200, 401]);
		await expect(signIn(server, person)).rejects.toThrow("401");
		await signIn(server, { ...person, password: "Another-horse-8" });
	});
});
