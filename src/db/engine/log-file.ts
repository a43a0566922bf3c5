import {
	closeSync,
	constants,
	copyFileSync,
	fstatSync,
	ftruncateSync,
	openSync,
	readFileSync,
} from "node:fs";
import { EngineError, systemReason } from "./engine-error.ts";

/** The file Postgres writes its messages to. Postgres holds the descriptor itself, so they survive our death. */
export interface PostgresLog {
	readonly path: string;
	readonly fd: number;
	/** Present size in bytes, to pass to `linesSince` later. */
	size(): number;
	/** Lines written since the file had that size; after a rotation, all lines. */
	linesSince(size: number): string[];
	close(): void;
}

const rotateCheckMs = 60_000;

/**
 * Opens the log and keeps it near `bytesMax`: above it the content moves to `<path>.1`, which it replaces, so both
 * files together stay bounded. Postgres appends, so it goes on at the start of the emptied file without
 * being told; a line written between copy and cut may be lost, which a log can bear.
 */
export function openPostgresLog(
	path: string,
	bytesMax = 5 * 1024 * 1024,
): PostgresLog {
	const fd = openAppend(path);
	const size = () => fstatSync(fd).size;
	const rotate = () => {
		if (size() <= bytesMax) return;
		copyFileSync(path, `${path}.1`);
		ftruncateSync(fd);
	};
	tryRotate(rotate);
	const timer = setInterval(tryRotate, rotateCheckMs, rotate).unref();
	return {
		path,
		fd,
		size,
		linesSince: (before) => linesFrom(path, size() < before ? 0 : before),
		close: () => {
			clearInterval(timer);
			closeSync(fd);
		},
	};
}

function openAppend(path: string): number {
	try {
		return openSync(
			path,
			constants.O_WRONLY |
				constants.O_CREAT |
				constants.O_APPEND |
				constants.O_NOFOLLOW,
			0o600,
		);
	} catch (error) {
		throw new EngineError(`Cannot open ${path}: ${systemReason(error)}.`, {
			cause: error,
		});
	}
}

/** A full disk must not take the server down over its log. */
function tryRotate(rotate: () => void): void {
	try {
		rotate();
	} catch {
		// The next round tries again.
	}
}

function linesFrom(path: string, start: number): string[] {
	const text = readFileSync(path).subarray(start).toString("utf8");
	return text.split("\n").filter((line) => line !== "");
}
