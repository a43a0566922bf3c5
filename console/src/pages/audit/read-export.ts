import { type AuditListInput, everyRow } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { eventLine, headerLine, type ListFormat } from "./export-lines.ts";
import { patient } from "./patient.ts";

export type ExportFormat = ListFormat | "signed";

const PAGE_EVENTS = 1000;
const PAGE_LINES = 2000;

/** The name of the file: the signed log and plain events must not be taken for each other. */
export function fileName(format: ExportFormat, account: string): string {
	return format === "signed"
		? `audit-${account}-signed.jsonl`
		: `audit-${account}.${format}`;
}

/**
 * The lines of an export with their ends, read part by part: of the events that match, or of the signed log, which
 * only a span of time narrows.
 */
export async function* readExport(
	client: Client,
	format: ExportFormat,
	filters: AuditListInput,
	signal: AbortSignal,
): AsyncGenerator<string> {
	if (format === "signed") {
		const parts = patient(client.audit.export, signal);
		const input = { ...spanOf(filters), limit: PAGE_LINES };
		for await (const line of everyRow(parts, input, { signal }))
			yield `${line}\n`;
		return;
	}
	yield headerLine(format);
	const list = patient(client.audit.list, signal);
	const input = { ...filters, limit: PAGE_EVENTS };
	for await (const event of everyRow(list, input, { signal }))
		yield eventLine(format, event);
}

/** The part of the list's filters that applies to the signed log. */
export function spanOf({ from, to }: AuditListInput): {
	from?: string;
	to?: string;
} {
	return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}
