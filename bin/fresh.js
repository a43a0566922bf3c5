import {
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	statSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Whether nothing under `sources` changed since the outfile was begun.
 *
 * @param {string} outfile
 * @param {readonly string[]} sources files and folders
 */
export function isFresh(outfile, sources) {
	if (!existsSync(outfile)) return false;
	const builtMs = statSync(outfile).mtimeMs;
	return sources.every((path) => newestMs(path) < builtMs);
}

/** The latest change below a path. A folder's own time counts too: it tells of files that were removed. */
function newestMs(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) return 0;
	if (!stat.isDirectory()) return stat.mtimeMs;
	const inside = readdirSync(path).map((name) => newestMs(join(path, name)));
	return Math.max(stat.mtimeMs, ...inside);
}

/**
 * Writes a file of a bundle whole or not at all, also when another process writes it at the same time. It gets the
 * time at which its sources were read, so that an edit made meanwhile still counts as newer.
 *
 * @param {string} path
 * @param {string | Uint8Array} contents
 * @param {Date} begunAt
 */
export function put(path, contents, begunAt) {
	mkdirSync(dirname(path), { recursive: true });
	const own = join(dirname(path), `.${basename(path)}.${process.pid}`);
	writeFileSync(own, contents);
	utimesSync(own, begunAt, begunAt);
	renameSync(own, path);
}
