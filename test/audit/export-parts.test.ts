import { afterAll, beforeAll, expect, test } from "vitest";
import {
	beginExport,
	type ExportBounds,
	exportPart,
} from "../../src/kernel/audit/export.ts";
import type { ExportLine } from "../../src/kernel/audit/export-lines.ts";
import { Sealer } from "../../src/kernel/audit/sealer.ts";
import { verifyExport } from "../../src/kernel/audit/verify-export.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import {
	type AuditScene,
	exportLines,
	newSigningKey,
	openAuditScene,
} from "./audit-scene.ts";

/** More than one look goes over. */
const EVENTS = 10_400;
const MEGABYTE = 1_000_000;

let scene: AuditScene;
const key = newSigningKey();

beforeAll(async () => {
	scene = await openAuditScene();
});
afterAll(() => scene.close());

/** Writes events a second apart, the last one an hour ago, and seals and signs them. */
async function sealedEvents(count: number, reason = ""): Promise<string> {
	const account = await scene.account();
	await scene.superuser.query(
		`insert into audit_events (account_id, at, actor_kind, surface, operation, outcome, reason)
		select $1, now() - interval '1 hour' - make_interval(secs => $2::int - n), 'system', 'system', 'devices.create', 'done', $3 from generate_series(1, $2::int) n`,
		[account, count, reason],
	);
	const sealer = new Sealer({
		database: scene.database,
		key,
		clock: systemClock,
	});
	await sealer.seal();
	await sealer.sign();
	// As autovacuum does wherever a log has grown so long.
	await scene.superuser.query("analyze audit_events, audit_seals");
	return account;
}

async function partsOf(
	account: string,
	bounds: Omit<ExportBounds, "at">,
	linesMax: number,
): Promise<string[][]> {
	const reader = scene.database.reader([account]);
	const parts: string[][] = [];
	let state = await beginExport(reader, account, { ...bounds, at: new Date() });
	for (;;) {
		const { lines, next } = await exportPart(reader, account, state, linesMax);
		expect(lines.length).toBeLessThanOrEqual(linesMax);
		parts.push(lines);
		if (!next) return parts;
		state = next;
	}
}

async function verified(lines: readonly string[]) {
	const each = (async function* () {
		yield* lines;
	})();
	return verifyExport(each, { keys: [key.public] });
}

test("a log that takes several looks comes whole, and an event without a place is found past the first", async () => {
	const account = await sealedEvents(EVENTS);
	const secondsAgo = (seconds: number) =>
		new Date(Date.now() - 3_600_000 - seconds * 1000);
	const from = secondsAgo(EVENTS - 100);
	const to = secondsAgo(-1);
	const spanned = (await partsOf(account, { from, to }, 2000)).flat();
	const report = await verified(spanned);
	expect(report).toMatchObject({ sound: true, last: EVENTS });
	expect(report.first).toBeGreaterThan(50);
	expect(report.first).toBeLessThan(150);
	const { rows } = await scene.superuser.query(
		`insert into audit_events (account_id, at, xid, actor_kind, surface, operation, outcome)
		values ($1, $2, '3', 'system', 'system', 'devices.create', 'done') returning id`,
		[account, secondsAgo(50)],
	);
	const whole = (await partsOf(account, {}, 2000)).flat();
	const { faults, first, last } = await verified(whole);
	expect([first, last]).toEqual([1, EVENTS]);
	expect(faults).toMatchObject([{ rule: "inserted", event_id: rows[0].id }]);
}, 120_000);

test("an export cut into parts of any size is the export in one", async () => {
	const account = await sealedEvents(25);
	const whole = (await exportLines(scene.database, account)).slice(1);
	for (const linesMax of [1, 7, 25, 26]) {
		const lines = (await partsOf(account, {}, linesMax)).flat().slice(1);
		expect(lines.map((line) => `${line}\n`)).toEqual(whole);
	}
});

test("a part of large events ends early, and none is left out", async () => {
	const account = await sealedEvents(30, "x".repeat(MEGABYTE));
	const parts = await partsOf(account, {}, 2000);
	for (const lines of parts)
		expect(lines.join("").length).toBeLessThan(10 * MEGABYTE);
	const lines = parts.flat();
	expect(await verified(lines)).toMatchObject({ sound: true, last: 30 });
	const end: ExportLine = JSON.parse(lines.at(-1) as string);
	expect(end).toEqual({ kind: "end", sealed: 30, unsealed: 0 });
});
