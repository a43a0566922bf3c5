import { generateKeyPairSync } from "node:crypto";
import pg from "pg";
import { Database, sql, type Transaction } from "../../src/db/index.ts";
import type { Seal } from "../../src/kernel/audit/chain-report.ts";
import type { Checkpoint } from "../../src/kernel/audit/checkpoint.ts";
import { type AuditEvent, insertEvent } from "../../src/kernel/audit/events.ts";
import { exportAudit } from "../../src/kernel/audit/export.ts";
import type { ExportLine } from "../../src/kernel/audit/export-lines.ts";
import {
	parseSigningKey,
	type SigningKey,
} from "../../src/kernel/audit/signing-key.ts";
import type { StoredEvent } from "../../src/kernel/audit/stored-event.ts";
import { systemCaller } from "../../src/kernel/caller.ts";
import {
	createTestDatabase,
	type TestDatabase,
} from "../support/test-database.ts";

/** A migrated database with ways to write audit events and to look at what was made of them. */
export interface AuditScene {
	test: TestDatabase;
	database: Database;
	/** Passes every wall. */
	superuser: pg.Client;
	/** Makes an account and answers its id. */
	account(name?: string): Promise<string>;
	close(): Promise<void>;
}

export async function openAuditScene(): Promise<AuditScene> {
	const test = await createTestDatabase();
	const database = new Database({ connection: { connectionString: test.url } });
	const superuser = new pg.Client(test.superuser);
	await superuser.connect();
	let made = 0;
	return {
		test,
		database,
		superuser,
		async account(name = `Account ${++made}`) {
			const { rows } = await superuser.query(
				"insert into accounts (kind, name) values ('standalone', $1) returning id",
				[name],
			);
			return rows[0].id;
		},
		async close() {
			await database.close();
			await superuser.end();
			await test.drop();
		},
	};
}

export function newSigningKey(): SigningKey {
	const { privateKey } = generateKeyPairSync("ed25519");
	return parseSigningKey(
		privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
	);
}

export function anEvent(
	accountId: string,
	fields: Partial<AuditEvent> = {},
): AuditEvent {
	return {
		accountId,
		caller: systemCaller(accountId),
		surface: "rest",
		operation: "groups.create",
		outcome: "done",
		target: { type: "group", id: "1234567", name: "Staff" },
		before: undefined,
		after: { name: "Staff", size: 3, ratio: 0.1, tags: ["ä", "\u2028"] },
		reason: "",
		address: "192.0.2.7",
		userAgent: "test",
		requestId: "r1",
		at: new Date(),
		...fields,
	};
}

/** Writes some events of an account in one transaction, as a call does. */
export async function writeEvents(
	database: Database,
	accountId: string,
	count = 1,
	meanwhile?: (tx: Transaction) => Promise<void>,
): Promise<void> {
	await database.transaction([accountId], async (tx) => {
		for (let i = 0; i < count; i++)
			await tx.query(insertEvent(anEvent(accountId)));
		await meanwhile?.(tx);
	});
}

export interface StoredChain {
	events: StoredEvent[];
	unsealed: StoredEvent[];
	seals: Seal[];
	checkpoints: Checkpoint[];
}

/** What an export holds of an account's chain. */
export async function readChain(
	database: Database,
	accountId: string,
): Promise<StoredChain> {
	const chain: StoredChain = {
		events: [],
		unsealed: [],
		seals: [],
		checkpoints: [],
	};
	for (const text of await exportLines(database, accountId)) {
		const line: ExportLine = JSON.parse(text);
		if (line.kind === "checkpoint") chain.checkpoints.push(line);
		if (line.kind === "unsealed") chain.unsealed.push(line.event);
		if (line.kind !== "sealed") continue;
		const { sequence, event_id, hash, event } = line;
		chain.seals.push({ sequence, event_id, hash });
		if (event) chain.events.push(event);
	}
	return chain;
}

export async function exportLines(
	database: Database,
	accountId: string,
	bounds: { from?: Date; to?: Date } = {},
): Promise<string[]> {
	const lines: string[] = [];
	const reader = database.reader([accountId]);
	for await (const line of exportAudit(reader, accountId, {
		...bounds,
		at: new Date(),
	}))
		lines.push(line);
	return lines;
}

export async function countSeals(
	database: Database,
	accountIds: readonly string[],
): Promise<number> {
	const [row] = await database
		.reader(accountIds)
		.query<{ n: number }>(sql`select count(*)::int as n from audit_seals`);
	return row?.n ?? 0;
}
