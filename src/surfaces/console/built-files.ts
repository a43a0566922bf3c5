import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";

export type Encoding = "br" | "gzip" | "identity";

const SUFFIXES: Record<Encoding, string> = {
	br: ".br",
	gzip: ".gz",
	identity: "",
};

const TYPES: Record<string, string> = {
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
};

/** What a build left: the page, and the files that it and its scripts ask for. */
export interface BuiltFiles {
	page: Buffer;
	/** Strong: the page has one encoding. */
	pageTag: string;
	/** A file in an encoding, or undefined when the build has none of that name. */
	read(name: string, encoding: Encoding): Promise<Buffer> | undefined;
	typeOf(name: string): string;
}

/**
 * The build of a folder, read when it is first asked for and not before: most servers in tests, and every one without
 * people, never are. `newest` looks whether it was built anew meanwhile.
 */
export function watchBuild(folder: string) {
	let build: Promise<BuiltFiles | undefined> | undefined;
	let builtMs: number | undefined;
	const newest = async () => {
		const manifest = await stat(join(folder, MANIFEST)).catch(() => undefined);
		if (!build || manifest?.mtimeMs !== builtMs) {
			builtMs = manifest?.mtimeMs;
			build = readBuild(folder).catch(() => undefined);
		}
		return build;
	};
	return { newest, built: () => build ?? newest() };
}

const MANIFEST = "manifest.json";

/**
 * Reads a build. Only names in its manifest are ever opened; a file is read once and kept, for all of them together
 * are smaller than a megabyte.
 *
 * @throws when there is no build, or it is not whole
 */
async function readBuild(folder: string): Promise<BuiltFiles> {
	const manifest = JSON.parse(
		await readFile(join(folder, MANIFEST), "utf8"),
	) as { files: string[] };
	const page = await readFile(join(folder, "index.html"));
	const names = new Set(manifest.files);
	const kept = new Map<string, Promise<Buffer>>();
	return {
		page,
		pageTag: `"${createHash("sha256").update(page).digest("base64url").slice(0, 22)}"`,
		typeOf: (name) => TYPES[extname(name)] ?? "application/octet-stream",
		read(name, encoding) {
			if (!names.has(name)) return undefined;
			const file = name + SUFFIXES[encoding];
			let bytes = kept.get(file);
			if (!bytes) {
				bytes = readFile(join(folder, "assets", file));
				bytes.catch(() => kept.delete(file));
				kept.set(file, bytes);
			}
			return bytes;
		},
	};
}
