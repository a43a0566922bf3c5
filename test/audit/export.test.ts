import { execFile } from "node:child_process";
import {
	chmod,
	mkdtemp,
	readFile,
	rm,
	stat,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertEvent } from "../../src/kernel/audit/events.ts";
import type { ExportLine } from "../../src/kernel/audit/export-lines.ts";
import { Sealer } from "../../src/kernel/audit/sealer.ts";
import {
	loadSigningKeyFile,
	parseSigningKey,
} from "../../src/kernel/audit/signing-key.ts";
import { verifyExport } from "../../src/kernel/audit/verify-export.ts";
import { systemClock } from "../../src/kernel/clock.ts";
import { packageRoot } from "../../src/package-root.ts";
import {
	type AuditScene,
	anEvent,
	exportLines,
	newSigningKey,
	openAuditScene,
	writeEvents,
} from "./audit-scene.ts";

let scene: AuditScene;
let folder: string;
let account: string;
const key = newSigningKey();

beforeAll(async () => {
	scene = await openAuditScene();
	folder = await mkdtemp(join(tmpdir(), "reeve-test-"));
	account = await scene.account();
	for (let i = 0; i < 4; i++) await writeEvents(scene.database, account, 3);
	await sealAndSign();
});
afterAll(async () => {
	await scene.close();
	await rm(folder, { recursive: true });
});

async function sealAndSign(): Promise<void> {
	const sealer = new Sealer({
		database: scene.database,
		key,
		clock: systemClock,
	});
	await sealer.seal();
	await sealer.sign();
}

async function* asLines(lines: readonly string[]): AsyncGenerator<string> {
	yield* lines;
}

function parsed(lines: readonly string[]): ExportLine[] {
	return lines.map((line) => JSON.parse(line));
}

interface CommandOutcome {
	code: number;
	stdout: string;
	stderr: string;
}

/** Runs the command as a process of its own, away from any database. */
async function auditVerify(...args: string[]): Promise<CommandOutcome> {
	const program = join(packageRoot, "test/audit/run-audit-verify.ts");
	const run = promisify(execFile)(process.execPath, [
		join(packageRoot, "scripts/run.js"),
		program,
		...args,
	]);
	return run.then(
		({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
		(failure: CommandOutcome) => failure,
	);
}

test("an export is whole and signed to its end, and what is not sealed yet is counted", async () => {
	const before = await verifyExport(
		asLines(await exportLines(scene.database, account)),
	);
	expect(before).toMatchObject({
		sound: true,
		first: 1,
		last: 12,
		signedUpTo: 12,
		keyIds: [key.public.id],
	});
	await writeEvents(scene.database, account, 2);
	const after = await verifyExport(
		asLines(await exportLines(scene.database, account)),
	);
	expect(after).toMatchObject({ sound: true, last: 12, unsealed: 2 });
	await sealAndSign();
});

test("an export of an account without events is sound and empty", async () => {
	const empty = await scene.account();
	const report = await verifyExport(
		asLines(await exportLines(scene.database, empty)),
	);
	expect(report).toMatchObject({ sound: true, first: null, signedUpTo: null });
});

test("an export of a span of time holds its events and verifies on its own", async () => {
	const spanned = await scene.account();
	const day = (n: number) => new Date(Date.now() + n * 86_400_000);
	// The order of commit is not that of time: the third day comes first.
	for (const n of [3, 1, 2, 5, 4, 6]) {
		await scene.database.transaction([spanned], (tx) =>
			tx.query(
				insertEvent(anEvent(spanned, { at: day(n), reason: `day ${n}` })),
			),
		);
		await sealAndSign();
	}
	const lines = await exportLines(scene.database, spanned, {
		from: day(1.5),
		to: day(4.5),
	});
	const report = await verifyExport(asLines(lines), { keys: [key.public] });
	expect(report).toMatchObject({
		sound: true,
		first: 1,
		last: 5,
		signedUpTo: 5,
	});
	const late = await exportLines(scene.database, spanned, {
		from: day(3.5),
		to: day(4.5),
	});
	expect(await verifyExport(asLines(late))).toMatchObject({
		sound: true,
		first: 5,
		last: 5,
		signedUpTo: 5,
	});
	const none = await exportLines(scene.database, spanned, { from: day(40) });
	expect(await verifyExport(asLines(none))).toMatchObject({
		sound: true,
		first: null,
	});
});

const tamperings: [string, string][] = [
	[
		"changed",
		"update audit_events set reason = 'innocent' where account_id = $1 and id = $2",
	],
	[
		"changed by a microsecond",
		"update audit_events set at = at + interval '1 microsecond' where account_id = $1 and id = $2",
	],
	["removed", "delete from audit_events where account_id = $1 and id = $2"],
	[
		"removed with its seal",
		"with gone as (delete from audit_events where account_id = $1 and id = $2 returning id) delete from audit_seals where event_id in (select id from gone)",
	],
];

test.each(tamperings)(
	"a row that was %s in the database is found in the export",
	async (_, tampering) => {
		const victim = await scene.account();
		await writeEvents(scene.database, victim, 6);
		await sealAndSign();
		const { rows } = await scene.superuser.query(
			"select id from audit_events where account_id = $1 order by id offset 2 limit 1",
			[victim],
		);
		await scene.superuser.query(tampering, [victim, rows[0].id]);
		const report = await verifyExport(
			asLines(await exportLines(scene.database, victim)),
		);
		expect(report.sound).toBe(false);
		expect(report.faults[0]?.sequence).toBeGreaterThanOrEqual(3);
	},
);

test("a row slipped past the sealer into the database is found in the export", async () => {
	const victim = await scene.account();
	await writeEvents(scene.database, victim, 1);
	await sealAndSign();
	await scene.superuser.query(
		"insert into audit_events (account_id, at, xid, actor_kind, surface, operation, outcome) values ($1, now() - interval '1 hour', '3', 'user', 'rest', 'groups.create', 'done')",
		[victim],
	);
	await sealAndSign();
	const report = await verifyExport(
		asLines(await exportLines(scene.database, victim)),
	);
	expect(report.faults).toMatchObject([{ rule: "inserted" }]);
});

test("an end cut off in the database is found against a signature, also one kept in an earlier export", async () => {
	const victim = await scene.account();
	await writeEvents(scene.database, victim, 6);
	await sealAndSign();
	const earlier = await exportLines(scene.database, victim);
	await scene.superuser.query(
		"delete from audit_seals where account_id = $1 and sequence > 4",
		[victim],
	);
	await scene.superuser.query(
		"delete from audit_events e where account_id = $1 and not exists (select from audit_seals s where s.event_id = e.id)",
		[victim],
	);
	const cut = await verifyExport(
		asLines(await exportLines(scene.database, victim)),
	);
	expect(cut.faults).toMatchObject([{ rule: "cut", sequence: 6 }]);
	await scene.superuser.query(
		"delete from audit_checkpoints where account_id = $1",
		[victim],
	);
	await writeFile(join(folder, "earlier.jsonl"), earlier.join(""));
	await writeFile(
		join(folder, "cut.jsonl"),
		(await exportLines(scene.database, victim)).join(""),
	);
	const alone = await auditVerify(join(folder, "cut.jsonl"));
	expect(alone).toMatchObject({ code: 0 });
	expect(alone.stdout).toContain("No signature covers them");
	const against = await auditVerify(
		join(folder, "cut.jsonl"),
		"--against",
		join(folder, "earlier.jsonl"),
		"--key",
		key.public.bytes.toString("base64"),
	);
	expect(against.code).toBe(1);
	expect(against.stdout).toContain("FAULT cut at 6");
});

test("reeve audit verify passes a whole export, and finds a changed, a missing and an added line offline", async () => {
	const lines = await exportLines(scene.database, account);
	const file = join(folder, "export.jsonl");
	const verify = async (text: readonly string[], ...args: string[]) => {
		await writeFile(file, text.join(""));
		return auditVerify(file, ...args);
	};
	const whole = await verify(lines, "--json");
	expect(JSON.parse(whole.stdout)).toMatchObject({ sound: true, faults: [] });
	const at = parsed(lines).findIndex((line) => line.kind === "sealed") + 2;
	const bent = lines.map((line, i) =>
		i === at ? line.replace("Staff", "Stuff") : line,
	);
	const missing = lines.filter((_, i) => i !== at);
	const added = [
		...lines.slice(0, at),
		lines[at],
		...lines.slice(at),
	] as string[];
	const cut = lines.slice(0, -1);
	for (const text of [bent, missing, added, cut, [...cut, "{"]]) {
		const found = await verify(text);
		expect(found.code).toBe(1);
		expect(found.stdout).toContain("NOT what was written");
	}
	const strange = await verify(
		lines,
		"--key",
		newSigningKey().public.bytes.toString("base64"),
	);
	expect(strange.stdout).toContain("not trusted");
});

test("reeve audit verify says what is wrong with its arguments and with a file that is no export", async () => {
	await writeFile(join(folder, "notes.txt"), "hello\n");
	const outcomes = await Promise.all([
		auditVerify(join(folder, "notes.txt")),
		auditVerify(),
		auditVerify(join(folder, "absent.jsonl")),
	]);
	expect(outcomes.map(({ code }) => code)).toEqual([1, 1, 1]);
	expect(outcomes.map(({ stderr }) => stderr)).toEqual([
		expect.stringContaining("not an audit export"),
		expect.stringContaining("name one file"),
		expect.stringContaining("absent.jsonl"),
	]);
});

test("the signing key is made once, readable by its owner alone, and refused when it is open to others", async () => {
	const path = join(folder, "audit-signing.key");
	const made = loadSigningKeyFile(path);
	expect((await stat(path)).mode & 0o777).toBe(0o600);
	expect(loadSigningKeyFile(path).public.id).toBe(made.public.id);
	const message = Buffer.from("m");
	expect(
		made.public.verifies(message, loadSigningKeyFile(path).sign(message)),
	).toBe(true);
	const pem = await readFile(path, "utf8");
	const oneLine = pem.replace(/-----[^-]+-----|\n/g, "");
	expect(parseSigningKey(oneLine).public.id).toBe(made.public.id);
	await chmod(path, 0o644);
	expect(() => loadSigningKeyFile(path)).toThrow(/open to others/);
	expect(() => parseSigningKey("c2VjcmV0")).toThrow(/^(?!.*c2VjcmV0).*PKCS #8/);
});
