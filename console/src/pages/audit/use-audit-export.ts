import { useEffect, useRef, useState } from "react";
import type { AuditListInput } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { type ExportFormat, fileName, readExport } from "./read-export.ts";

const TOLD_EVERY = 200;

export interface AuditExport {
	/** Lines read so far; undefined while none runs. */
	count: number | undefined;
	error: unknown;
	run: (format: ExportFormat, filters: AuditListInput) => Promise<boolean>;
	stop: () => void;
}

/** Reads an export part by part and gives it to the browser as a file. Leaving the page stops it. */
export function useAuditExport(): AuditExport {
	const { client, accountParam } = useReeve();
	const [count, setCount] = useState<number>();
	const [error, setError] = useState<unknown>();
	const running = useRef<AbortController>(undefined);
	useEffect(() => () => running.current?.abort(), []);
	const run = async (format: ExportFormat, filters: AuditListInput) => {
		const abort = new AbortController();
		running.current = abort;
		setError(undefined);
		setCount(0);
		try {
			const lines: string[] = [];
			const { signal } = abort;
			for await (const line of readExport(client, format, filters, signal)) {
				lines.push(line);
				if (lines.length % TOLD_EVERY === 0) setCount(lines.length);
			}
			save(lines, fileName(format, accountParam));
			return true;
		} catch (thrown) {
			if (!abort.signal.aborted) setError(thrown);
			return false;
		} finally {
			setCount(undefined);
		}
	};
	return { count, error, run, stop: () => running.current?.abort() };
}

function save(lines: string[], name: string): void {
	const type = name.endsWith(".csv") ? "text/csv" : "application/x-ndjson";
	const url = URL.createObjectURL(new Blob(lines, { type }));
	const link = document.createElement("a");
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
