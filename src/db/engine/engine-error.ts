/** A failure of the database engine, worded for the person at the terminal: what is wrong and what to do. */
export class EngineError extends Error {
	override readonly name: string = "EngineError";
}

/** Another server has the data directory open. */
export class DataDirInUse extends EngineError {
	override readonly name = "DataDirInUse";
}

/** How the engine tells what it does; the server hands in its logger. */
export type EngineLog = (event: EngineLogEvent) => void;

export interface EngineLogEvent {
	level: "info" | "warn" | "error";
	msg: string;
	[detail: string]: unknown;
}

/** The code of a failed system call (`EACCES`, `ENOENT`…), or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
	if (!(error instanceof Error) || !("code" in error)) return undefined;
	return typeof error.code === "string" ? error.code : undefined;
}

const reasons: Record<string, string> = {
	EACCES: "permission denied",
	EDQUOT: "the disk quota is used up",
	ENOSPC: "the disk is full",
	ENOTDIR: "a part of the path is a file, not a directory",
	EPERM: "not permitted",
	EROFS: "the file system is read-only",
};

/** Words for a failed system call, for use after a colon. */
export function systemReason(error: unknown): string {
	const code = systemCode(error);
	if (code !== undefined && code in reasons) return reasons[code] ?? code;
	return error instanceof Error ? error.message : String(error);
}
