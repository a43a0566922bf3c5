import { ChainCheck } from "./chain-check.ts";
import type { ChainReport } from "./chain-report.ts";
import type { Checkpoint } from "./checkpoint.ts";
import type { ExportLine, HeaderLine } from "./export-lines.ts";
import { exportForm } from "./export-lines.ts";
import { type VerifyingKey, verifyingKey } from "./verifying-key.ts";

export interface ExportReport extends ChainReport {
	header: HeaderLine;
	/** The keys that were trusted. */
	keyIds: string[];
}

export interface VerifyOptions {
	/** Keys to trust. Those that the export carries unless given: then a forger could have brought his own. */
	keys?: readonly VerifyingKey[] | undefined;
	/** Checkpoints of the same account kept elsewhere, which the chain must hold to as well. */
	checkpoints?: readonly Checkpoint[] | undefined;
}

/**
 * Checks an export, line by line, needing nothing but its text.
 * @throws Error when this is not an audit export at all
 */
export async function verifyExport(
	lines: AsyncIterable<string>,
	options: VerifyOptions = {},
): Promise<ExportReport> {
	const reader = lines[Symbol.asyncIterator]();
	const header = readHeader(await nextLine(reader));
	const keys = options.keys ?? keysOf(header);
	const checkpoints = [...(options.checkpoints ?? [])];
	let line = await nextLine(reader);
	while (isCheckpoint(line)) {
		checkpoints.push(line);
		line = await nextLine(reader);
	}
	const check = new ChainCheck({
		keys,
		checkpoints,
		accountId: header.account_id,
		previous: header.previous,
		readAt: new Date(header.exported_at),
	});
	await checkEvents(check, reader, line);
	return { ...check.finish(), header, keyIds: keys.map((key) => key.id) };
}

/** The checkpoints that an export holds, to be kept elsewhere or held against a later export. */
export async function checkpointsOf(
	lines: AsyncIterable<string>,
): Promise<Checkpoint[]> {
	const found: Checkpoint[] = [];
	for await (const text of lines) {
		const line = parseLine(text);
		if (isCheckpoint(line)) found.push(line);
	}
	return found;
}

/** What one line says: something that is known, or not; none past the end. */
type Read = ExportLine | { kind: "unreadable" } | { kind: "none" };

async function nextLine(reader: AsyncIterator<string>): Promise<Read> {
	for (;;) {
		const { done, value } = await reader.next();
		if (done) return { kind: "none" };
		if (value.trim() !== "") return parseLine(value);
	}
}

function parseLine(text: string): Read {
	try {
		const line = JSON.parse(text) as Partial<ExportLine> | null;
		if (line && isKnown(line)) return line as ExportLine;
	} catch {
		// A line that is no JSON is told of like any other that cannot be read.
	}
	return { kind: "unreadable" };
}

function isKnown(line: Partial<ExportLine>): boolean {
	switch (line.kind) {
		case "sealed":
			return (
				Number.isSafeInteger(line.sequence) &&
				typeof line.hash === "string" &&
				isEventOrNull(line.event)
			);
		case "checkpoint":
			return (
				Number.isSafeInteger(line.sequence) &&
				typeof line.signature === "string"
			);
		case "unsealed":
			return isEventOrNull(line.event) && line.event !== null;
		default:
			return line.kind === "header" || line.kind === "end";
	}
}

function isEventOrNull(event: unknown): boolean {
	return typeof event === "object" && !Array.isArray(event);
}

function isCheckpoint(line: Read): line is Checkpoint & { kind: "checkpoint" } {
	return line.kind === "checkpoint";
}

function readHeader(line: Read): HeaderLine {
	const whole =
		line.kind === "header" &&
		line.form === exportForm &&
		typeof line.account_id === "string" &&
		Number.isSafeInteger(line.previous?.sequence) &&
		typeof line.previous.hash === "string" &&
		Array.isArray(line.keys);
	if (!whole)
		throw new Error(
			`this is not an audit export: the first line must be a header of the form "${exportForm}"`,
		);
	return line;
}

function keysOf(header: HeaderLine): VerifyingKey[] {
	return header.keys.map(({ public_key }) =>
		verifyingKey(Buffer.from(public_key, "base64")),
	);
}

async function checkEvents(
	check: ChainCheck,
	reader: AsyncIterator<string>,
	first: Read,
): Promise<void> {
	let line = first;
	for (; line.kind !== "none"; line = await nextLine(reader)) {
		if (line.kind === "sealed") check.sealed(line, line.event ?? undefined);
		else if (line.kind === "unsealed") check.unsealed(line.event);
		else if (line.kind === "end") break;
		else check.malformed(`a line of the kind "${line.kind}" has no place here`);
	}
	if (line.kind !== "end")
		check.malformed("the file was cut off: its last line is missing");
}
