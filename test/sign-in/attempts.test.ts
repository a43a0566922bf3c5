import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import {
	endAttempt,
	openAttempt,
	readAttempt,
	TRIES_MAX,
	tryAttempt,
} from "../../src/modules/sign-in/index.ts";
import { deleteOldAttempts } from "../../src/worker/expired-rows.ts";
import { type MovableClock, movableClock } from "../support/clock.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

let clock: MovableClock;
let server: TestServer;

beforeAll(async () => {
	clock = movableClock();
	server = await startTestServer({ clock });
});

afterAll(() => server?.stop());

const begin = (purpose = "second_factor") =>
	openAttempt(server.server.resources, {
		purpose,
		state: { userId: "7" },
		minutes: 10,
	});

test("an attempt remembers its state for whoever has its token, for one purpose, for ten minutes", async () => {
	const { resources } = server.server;
	const { token, expiresAt } = await begin();
	expect(expiresAt.getTime() - clock.nowMs()).toBeLessThanOrEqual(600_000);
	expect(await readAttempt(resources, token, "second_factor")).toEqual({
		userId: "7",
	});
	expect(await readAttempt(resources, token, "set_up")).toBeUndefined();
	expect(
		await readAttempt(resources, `${token}x`, "second_factor"),
	).toBeUndefined();
	expect(
		await readAttempt(resources, undefined, "second_factor"),
	).toBeUndefined();
	clock.offsetMs += 601_000;
	expect(await readAttempt(resources, token, "second_factor")).toBeUndefined();
	expect(await tryAttempt(resources, token, "second_factor")).toBeUndefined();
});

test("an attempt allows five tries, however many are sent at once", async () => {
	const { resources } = server.server;
	const { token } = await begin();
	const tries = await Promise.all(
		Array.from({ length: 20 }, () =>
			tryAttempt(resources, token, "second_factor"),
		),
	);
	expect(tries.filter((state) => state !== undefined)).toHaveLength(TRIES_MAX);
	expect(await readAttempt(resources, token, "second_factor")).toBeUndefined();
});

test("of two that end an attempt at once, one has ended it", async () => {
	const { resources } = server.server;
	const { token } = await begin();
	const ended = await Promise.all([
		endAttempt(resources, token),
		endAttempt(resources, token),
	]);
	expect(ended.sort()).toEqual([false, true]);
	expect(await endAttempt(resources, undefined)).toBe(false);
});

test("the token itself is stored nowhere, and what is over is deleted", async () => {
	const { token } = await begin();
	const rows = await server.server.database
		.reader([])
		.query(sql`select row_to_json(a)::text as row from sign_in_attempts a`);
	expect(rows.length).toBeGreaterThan(0);
	expect(JSON.stringify(rows)).not.toContain(token.slice(4));
	clock.offsetMs += 3_600_000;
	await deleteOldAttempts(server.server.database, clock.nowMs());
	const left = await server.server.database
		.reader([])
		.query(sql`select 1 as one from sign_in_attempts`);
	expect(left).toEqual([]);
});
