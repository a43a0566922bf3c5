import {
	chownSync,
	lstatSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { ensureDir } from "./data-dir.ts";
import { EngineError } from "./engine-error.ts";
import { passesAs, type SystemUser } from "./system-user.ts";

/** The port names the socket file and nothing else: no TCP port is opened. */
export const socketPort = 5432;

/** sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero among them. */
const socketPathBytesMax = process.platform === "darwin" ? 103 : 107;

const elsewherePrefix = "reeve-socket-";

export interface SocketDir {
	path: string;
	/** Removes a directory made outside the data directory. */
	remove(): void;
}

/** Whether a Postgres socket in this directory has a path that the system can bind. */
export function fitsSocket(dir: string): boolean {
	return (
		Buffer.byteLength(join(dir, `.s.PGSQL.${socketPort}`)) <= socketPathBytesMax
	);
}

/**
 * The private directory (0700, owned by the account that runs Postgres) for the socket: `runDir` when its path is
 * short enough, else a fresh one among the temporary files, noted in `runDir` so that the next start removes it
 * if this server dies.
 */
export function openSocketDir(
	runDir: string,
	user: SystemUser | undefined,
): SocketDir {
	ensureDir(runDir, 0o700, user);
	const note = join(runDir, "elsewhere");
	removeNoted(note);
	if (fitsSocket(runDir)) return { path: runDir, remove: () => {} };
	const path = makeElsewhere(user);
	writeFileSync(note, path, { mode: 0o600 });
	return { path, remove: () => removeNoted(note) };
}

function makeElsewhere(user: SystemUser | undefined): string {
	for (const parent of new Set([tmpdir(), "/tmp"])) {
		if (!fitsSocket(join(parent, `${elsewherePrefix}XXXXXX`))) continue;
		if (user !== undefined && !passesAs(user, '[ -x "$1" ]', parent)) continue;
		const path = mkdtempSync(join(parent, elsewherePrefix));
		if (user !== undefined) chownSync(path, user.uid, user.gid);
		return path;
	}
	throw new EngineError(
		"No directory has a path short enough for the database socket. Choose a data directory with a shorter path.",
	);
}

/** Removes the directory of an earlier server; the note is not trusted further than a name we would have given. */
function removeNoted(note: string): void {
	try {
		const path = readFileSync(note, "utf8");
		if (
			basename(path).startsWith(elsewherePrefix) &&
			lstatSync(path).isDirectory()
		) {
			rmSync(path, { recursive: true, force: true });
		}
		rmSync(note, { force: true });
	} catch {
		// No note, or its directory is gone already.
	}
}
