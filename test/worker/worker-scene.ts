import { Writable } from "node:stream";
import type { Clock } from "../../src/kernel/clock.ts";
import { createLog, type Log } from "../../src/log.ts";
import type { AuditScene } from "../audit/audit-scene.ts";

/** A clock that stands where it was put. */
export function standingClock(
	at = new Date(),
): Clock & { set(at: Date): void } {
	let time = at;
	return {
		now: () => time,
		nowMs: () => time.getTime(),
		set: (next) => {
			time = next;
		},
	};
}

/** A log whose lines can be read. */
export function openLog(): { log: Log; lines: string[] } {
	const lines: string[] = [];
	const sink = new Writable({
		write(chunk, _encoding, done) {
			lines.push(String(chunk));
			done();
		},
	});
	return { log: createLog("debug", sink), lines };
}

/** A personal token of an account, without a secret, which nothing here presents. */
export async function addCredential(
	scene: AuditScene,
	accountId: string,
	fields: { kind?: string; subjectId?: string } = {},
): Promise<string> {
	const { rows } = await scene.superuser.query(
		"insert into credentials (account_id, kind, name, access, subject_id) values ($1, $2, 'Key', '{\"type\":\"all\"}', $3) returning id",
		[accountId, fields.kind ?? "service", fields.subjectId ?? null],
	);
	return rows[0].id;
}

export async function addEndpoint(
	scene: AuditScene,
	accountId: string,
	fields: { name: string; seenAt?: Date; status?: string; ephemeral?: boolean },
): Promise<string> {
	const { name, seenAt, status = "Encrypted", ephemeral = false } = fields;
	const { rows } = await scene.superuser.query(
		`insert into endpoints (account_id, name, device_id, last_seen_at, status, ephemeral, created_at)
		values ($1, $2, $2, $3, $4, $5, coalesce($3, now())) returning id`,
		[accountId, name, seenAt ?? null, status, ephemeral],
	);
	return rows[0].id;
}
