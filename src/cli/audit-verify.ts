import { readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import {
	checkpointsOf,
	type ExportReport,
	verifyExport,
} from "../kernel/audit/verify-export.ts";
import { parseVerifyingKey } from "../kernel/audit/verifying-key.ts";
import { UsageError } from "./usage.ts";

export const auditVerifyUsage =
	"reeve audit verify FILE [--key KEY] [--against EARLIER-FILE] [--json]";

/**
 * Checks an exported audit log without a server: `FILE` (`-` for standard input), public keys to trust (`--key`, a
 * file or base64, may be repeated) and earlier exports whose signatures the chain must still hold to (`--against`).
 * Answers 0 when nothing is wrong, 1 when something is or the file is no export.
 */
export async function auditVerify(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: {
			key: { type: "string", multiple: true },
			against: { type: "string", multiple: true },
			json: { type: "boolean" },
		},
	});
	const [file] = positionals;
	if (file === undefined || positionals.length > 1)
		throw new UsageError(`name one file: ${auditVerifyUsage}`);
	const keys = values.key?.map(readKey);
	const earlier = await Promise.all(
		(values.against ?? []).map((path) => checkpointsOf(linesOf(path))),
	);
	const report = await verifyExport(linesOf(file), {
		keys,
		checkpoints: earlier.flat(),
	});
	const text = values.json
		? JSON.stringify(report)
		: describe(report, keys !== undefined);
	process.stdout.write(`${text}\n`);
	return report.sound ? 0 : 1;
}

function readKey(value: string): ReturnType<typeof parseVerifyingKey> {
	const base64 = /^[A-Za-z0-9+/]{43}=$/.test(value);
	try {
		return parseVerifyingKey(base64 ? value : readFileSync(value, "utf8"));
	} catch (error) {
		throw new UsageError(`--key ${value}: ${(error as Error).message}`);
	}
}

async function* linesOf(path: string): AsyncGenerator<string> {
	if (path === "-") {
		yield* createInterface({ input: process.stdin });
		return;
	}
	const file = await open(path);
	try {
		yield* file.readLines();
	} finally {
		await file.close();
	}
}

function describe(report: ExportReport, pinned: boolean): string {
	const { header, first, last, signedUpTo, unsealed, faults, keyIds } = report;
	const facts = [
		`Account ${header.account_id}, exported ${header.exported_at}.`,
		first === null ? "No sealed event." : `Sealed events ${first} to ${last}.`,
		signedUpTo === null
			? "No signature covers them: whoever could write to the database could have rewritten them."
			: `Signed up to ${signedUpTo} by ${keyIds.join(", ")}.`,
		...(unsealed > 0 ? [`${unsealed} younger events are not sealed yet.`] : []),
		...(pinned
			? []
			: [
					"The keys are those that the file brings along; give --key to trust your own.",
				]),
		...faults.map(
			({ rule, sequence, message }) =>
				`FAULT ${rule}${sequence === null ? "" : ` at ${sequence}`}: ${message}`,
		),
		report.sound ? "The log is whole." : "The log is NOT what was written.",
	];
	// A file that somebody forged may hold what moves a terminal's cursor.
	return facts.join("\n").replace(/[^\P{Cc}\n]/gu, "?");
}
