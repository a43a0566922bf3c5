import { spawnSync } from "node:child_process";
import {
	closeSync,
	constants,
	ftruncateSync,
	openSync,
	readFileSync,
	writeSync,
} from "node:fs";
import { DataDirInUse, EngineError, systemReason } from "./engine-error.ts";

/** A held lock; it also ends with the process that holds it, however that dies. */
export interface DataDirLock {
	release(): void;
}

/** Exit codes of a locker: 0 locked, 1 held by another; anything else means that the locker itself does not work. */
export interface Locker {
	command: string;
	args: string[];
}

/**
 * Node cannot call flock(2), but the lock belongs to the *open file description*, which a child shares when it
 * inherits the descriptor. So a short-lived child takes the lock on descriptor 3, and it stays with us after
 * the child ends. The kernel drops it when this process dies: no stale locks, no race between two starts.
 */
export const lockers: Locker[] = [
	{ command: "flock", args: ["-n", "3"] },
	{
		command: "perl",
		args: [
			"-e",
			'use Fcntl ":flock"; open(my $f, "+<&=", 3) or exit 3; flock($f, LOCK_EX | LOCK_NB) or exit 1',
		],
	},
];

/**
 * Takes the lock that makes this process the only server on a data directory.
 * The file stays when the lock is released: removing it would let two processes lock two files of one name.
 */
export function lockDataDir(
	path: string,
	using: Locker[] = lockers,
): DataDirLock {
	const fd = openLockFile(path);
	try {
		takeLock(fd, path, using);
		ftruncateSync(fd);
		writeSync(
			fd,
			`process ${process.pid}, started ${new Date().toISOString()}\n`,
		);
	} catch (error) {
		closeSync(fd);
		if (error instanceof EngineError) throw error;
		throw new EngineError(`Cannot write ${path}: ${systemReason(error)}.`, {
			cause: error,
		});
	}
	return { release: releaseOnce(fd) };
}

function openLockFile(path: string): number {
	const flags =
		constants.O_RDWR |
		constants.O_CREAT |
		constants.O_APPEND |
		constants.O_NOFOLLOW;
	try {
		return openSync(path, flags, 0o600);
	} catch (error) {
		throw new EngineError(`Cannot open ${path}: ${systemReason(error)}.`, {
			cause: error,
		});
	}
}

function takeLock(fd: number, path: string, using: Locker[]): void {
	for (const { command, args } of using) {
		const { status } = spawnSync(command, args, {
			stdio: ["ignore", "ignore", "ignore", fd],
		});
		if (status === 0) return;
		if (status === 1) throw new DataDirInUse(inUseMessage(path));
	}
	throw new EngineError(
		"Reeve needs the program flock (package util-linux) or perl to keep two servers apart on one data directory. " +
			"Install one of them, or set DATABASE_URL.",
	);
}

function inUseMessage(path: string): string {
	const holder = readFileSync(path, "utf8").trim();
	return (
		`Another Reeve server is using this data directory (${path}${holder ? `: ${holder}` : ""}). ` +
		"Stop it first, or choose another directory with --data or REEVE_DATA."
	);
}

function releaseOnce(fd: number): () => void {
	let held = true;
	return () => {
		if (held) closeSync(fd);
		held = false;
	};
}
