import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { readConfig } from "../config.ts";
import {
	type Database,
	defaultDataDir,
	openDatabaseBeside,
	sql,
} from "../db/index.ts";
import { exportAudit } from "../kernel/audit/export.ts";
import { notFound } from "../kernel/errors.ts";
import { UsageError } from "./usage.ts";

export const auditExportUsage =
	"reeve audit export --account ID [--from TIME] [--to TIME] [--data DIR] > FILE";

/**
 * Writes an account's audit log to standard output, in the form that `reeve audit verify` checks. Changes nothing, and
 * works beside a running server.
 * @throws ReeveError for an account that has neither a row nor a log
 */
export async function auditExport(args: string[]): Promise<number> {
	const { values } = parseArgs({
		args,
		options: {
			account: { type: "string" },
			from: { type: "string" },
			to: { type: "string" },
			data: { type: "string" },
		},
	});
	const accountId = readAccount(values.account);
	const from = readTime("--from", values.from);
	const to = readTime("--to", values.to);
	const config = readConfig(process.env, values);
	const { database, close } = await openDatabaseBeside({
		dataDir: config.dataDir ?? defaultDataDir(process.env, process.getuid?.()),
		databaseUrl: config.databaseUrl,
		log: () => undefined,
	});
	try {
		await assertKnown(database, accountId);
		const bounds = { from, to, at: new Date() };
		const lines = exportAudit(database.reader([accountId]), accountId, bounds);
		await pipeline(Readable.from(lines), process.stdout, { end: false });
	} finally {
		await close();
	}
	return 0;
}

/** An empty log of an account that never was would verify, and prove nothing. One that was deleted left its log. */
async function assertKnown(database: Database, id: string): Promise<void> {
	const [row] = await database.reader([id]).query<{ known: boolean }>(sql`
		select exists (select from accounts where id = ${id}) or exists (select from audit_events where account_id = ${id}) as known`);
	if (!row?.known) throw notFound("account", id);
}

function readAccount(text: string | undefined): string {
	if (text === undefined)
		throw new UsageError(`name the account: ${auditExportUsage}`);
	if (!/^[1-9]\d{0,17}$/.test(text))
		throw new UsageError("--account must be the number of an account");
	return text;
}

/** A day or a moment as RFC 3339 writes them. A day begins at midnight UTC; a moment says its offset. */
const TIME =
	/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;

function readTime(flag: string, text: string | undefined): Date | undefined {
	if (text === undefined) return undefined;
	const time = new Date(text);
	if (!TIME.test(text) || Number.isNaN(time.getTime()))
		throw new UsageError(
			`${flag} must be a day or a moment, such as 2026-11-22 or 2026-11-22T08:30:00Z`,
		);
	return time;
}
