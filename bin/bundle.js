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
 * Bundles a TypeScript entry into one JavaScript file when that file is missing or older than the sources. Node 20
 * does not run TypeScript, and a bundle starts several times faster than a loader that translates file by file.
 *
 * Safe when two processes do it at once: each writes files of its own and renames them into place.
 *
 * @param {{ entry: string, outfile: string, sources: readonly string[] }} what absolute paths; `sources` are the
 * files and folders the bundle is made from
 * @returns {Promise<string>} the path of the bundle
 */
export async function freshBundle({ entry, outfile, sources }) {
	if (!isFresh(outfile, sources)) await writeBundle(entry, outfile);
	return outfile;
}

/** The bundle of the server and its command, made anew when the sources changed. @param {string} root of the package */
export function serverBundle(root) {
	return freshBundle({
		entry: join(root, "src/cli/main.ts"),
		outfile: join(root, "dist/reeve.js"),
		sources: [join(root, "src")],
	});
}

/** Whether nothing under `sources` changed since the bundle was begun. */
function isFresh(outfile, sources) {
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

async function writeBundle(entry, outfile) {
	const begunAt = new Date();
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		entryPoints: [entry],
		outfile,
		bundle: true,
		write: false,
		platform: "node",
		target: "node20",
		format: "esm",
		packages: "external",
		sourcemap: true,
		sourcesContent: false,
		logLevel: "error",
	});
	mkdirSync(dirname(outfile), { recursive: true });
	for (const file of outputFiles) put(file, begunAt);
}

/** The file gets the time at which its sources were read, so that an edit made meanwhile still counts as newer. */
function put({ path, contents }, begunAt) {
	const own = join(dirname(path), `.${basename(path)}.${process.pid}`);
	writeFileSync(own, contents);
	utimesSync(own, begunAt, begunAt);
	renameSync(own, path);
}
