import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isFresh, put } from "./fresh.js";

/** What tells that the build is whole: it is written last, and names every file of it. */
const MANIFEST = "manifest.json";

/** For so long a page that was opened before the last build finds its files. */
const KEEP_MS = 60 * 60 * 1000;

/**
 * Builds the console into `dist/console` when its sources changed: scripts split by route, one style sheet, names with
 * a digest of what they hold, each compressed with brotli and gzip, and an index.html and a manifest over them.
 *
 * Safe when two processes do it at once: a file's name tells its contents, and the manifest is renamed into place.
 *
 * @param {string} root of the package
 * @returns {Promise<string>} the folder
 * @throws what the bundlers have to say of a source that is wrong
 */
export async function consoleBundle(root) {
	const folder = join(root, "dist/console");
	const sources = [
		join(root, "console/src"),
		join(root, "console/index.html"),
		join(root, "generated/client.ts"),
		join(root, "package-lock.json"),
	];
	if (!isFresh(join(folder, MANIFEST), sources)) await write(root, folder);
	return folder;
}

async function write(root, folder) {
	const begunAt = new Date();
	const [files, first] = await Promise.all([
		bundle(root),
		bundleFirst(root, folder),
	]);
	const assets = [first, ...files];
	await Promise.all(
		assets.map(({ name, contents }) =>
			putCompressed(join(folder, "assets", name), contents, begunAt),
		),
	);
	const names = assets.map(({ name }) => name).sort();
	put(join(folder, "index.html"), pageOf(root, first, files), begunAt);
	put(join(folder, MANIFEST), JSON.stringify({ files: names }), begunAt);
	removeLeft(join(folder, "assets"), new Set(names));
}

const TARGETS = ["es2022", "chrome123", "firefox120", "safari17.5"];

/** The script that runs before anything is painted, which a module cannot. */
async function bundleFirst(root, folder) {
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: { "theme-first": "console/src/app/theme-first.ts" },
		outdir: folder,
		entryNames: "[name]-[hash]",
		bundle: true,
		write: false,
		minify: true,
		format: "iife",
		target: TARGETS,
		logLevel: "silent",
	});
	const [{ path, contents }] = outputFiles;
	return { name: basename(path), contents };
}

/** Does some work as a build for use, also in a process that is a test: the bundler goes by its environment. */
async function inProduction(work) {
	const before = process.env.NODE_ENV;
	process.env.NODE_ENV = "production";
	try {
		return await work();
	} finally {
		if (before === undefined) delete process.env.NODE_ENV;
		else process.env.NODE_ENV = before;
	}
}

/** Everything else: one style sheet, what all pages share in two scripts, and a script for each page. */
async function bundle(root) {
	const { build } = await import("vite");
	const options = {
		configFile: false,
		envFile: false,
		publicDir: false,
		root: join(root, "console"),
		logLevel: "silent",
		build: {
			write: false,
			target: TARGETS,
			cssCodeSplit: false,
			assetsInlineLimit: 0,
			modulePreload: { polyfill: false },
			rolldownOptions: {
				input: { main: join(root, "console/src/main.tsx") },
				output: { ...named, codeSplitting: { groups: shared } },
			},
		},
	};
	const { output } = await inProduction(() => build(options));
	return output.map((file) => ({
		name: basename(file.fileName),
		contents: Buffer.from(
			file.type === "chunk" ? file.code : layersOf(root) + file.source,
		),
		isEntry: file.type === "chunk" && file.isEntry,
		imports:
			file.type === "chunk" ? file.imports.map((path) => basename(path)) : [],
	}));
}

/** The bundler orders styles by the scripts that ask for them, so which layer wins is said before all of them. */
function layersOf(root) {
	const styles = readFileSync(join(root, "console/src/kit/styles.css"), "utf8");
	const [order] = /^@layer [^;{]+;/m.exec(styles);
	return order;
}

const named = {
	entryFileNames: "assets/[name]-[hash].js",
	chunkFileNames: "assets/[name]-[hash].js",
	assetFileNames: "assets/[name]-[hash][extname]",
};

/** Many small scripts compress badly and cost a request each: what most pages want travels in these two. */
const shared = [
	{
		name: "base",
		test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/(react-router|router-core|history|react-query|query-core|react-store|store))\//,
		priority: 2,
	},
	{
		name: "kit",
		test: /node_modules\/(@base-ui|@floating-ui|lucide-react)\/|console\/src\/(kit|form|format|list|app)\/|generated\/client/,
		minShareCount: 12,
		priority: 1,
	},
];

/** The page, with the names its files have now. What the entry needs at once is asked for with it, not after it. */
function pageOf(root, first, files) {
	const main = files.find(({ isEntry }) => isEntry);
	const styles = files.find(({ name }) => name.endsWith(".css"));
	const head = [
		`<script src="/assets/${first.name}"></script>`,
		`<link rel="stylesheet" href="/assets/${styles.name}">`,
		...main.imports.map(
			(name) => `<link rel="modulepreload" href="/assets/${name}">`,
		),
		`<script type="module" src="/assets/${main.name}"></script>`,
	];
	const template = readFileSync(join(root, "console/index.html"), "utf8");
	if (!template.includes("<!-- assets -->"))
		throw new Error("console/index.html has no place for its files");
	return template.replace("<!-- assets -->", head.join("\n\t\t"));
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** The name tells the contents, so a file that is there already is right. */
async function putCompressed(path, contents, begunAt) {
	const [brotli, zipped] = await Promise.all([
		brotliAsync(contents, {
			params: {
				[constants.BROTLI_PARAM_QUALITY]: 11,
				[constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
			},
		}),
		gzipAsync(contents, { level: 9 }),
	]);
	put(path, contents, begunAt);
	put(`${path}.br`, brotli, begunAt);
	put(`${path}.gz`, zipped, begunAt);
}

/** Files of earlier builds go, an hour after they were made. */
function removeLeft(assets, files) {
	for (const name of readdirSync(assets)) {
		if (files.has(name.replace(/\.(br|gz)$/, ""))) continue;
		const path = join(assets, name);
		const stat = statSync(path, { throwIfNoEntry: false });
		if (stat && stat.mtimeMs < Date.now() - KEEP_MS)
			rmSync(path, { force: true });
	}
}
