import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
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
 * @throws what esbuild has to say of a source that is wrong
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
	const { outputFiles, metafile } = await bundle(root, folder);
	const first = await bundleFirst(root, folder);
	const wanted = [...outputFiles, ...first].filter(
		({ path }) => !isPartOfStyles(path),
	);
	const assets = join(folder, "assets");
	await Promise.all(
		wanted.map(({ path, contents }) => putCompressed(path, contents, begunAt)),
	);
	const files = wanted.map(({ path }) => basename(path)).sort();
	const html = pageOf(root, metafile, basename(first[0].path));
	put(join(folder, "index.html"), html, begunAt);
	put(join(folder, MANIFEST), JSON.stringify({ files }), begunAt);
	removeLeft(assets, new Set(files));
}

const STYLES = "styles";
const STYLES_OUT = /\/styles-[A-Z0-9]+\.css$/;

/** Each script has a sheet of its own beside it; the one sheet has them all, so that no page appears before its looks. */
function isPartOfStyles(path) {
	return path.endsWith(".css") && !STYLES_OUT.test(path);
}

/** The script that runs before anything is painted, which a module cannot. */
async function bundleFirst(root, folder) {
	const { build } = await import("esbuild");
	const { outputFiles } = await build({
		...shared(root, folder),
		entryPoints: { "theme-first": "console/src/app/theme-first.ts" },
		format: "iife",
	});
	return outputFiles;
}

/** What both builds are told. */
function shared(root, folder) {
	return {
		absWorkingDir: root,
		outdir: join(folder, "assets"),
		entryNames: "[name]-[hash]",
		chunkNames: "[name]-[hash]",
		assetNames: "[name]-[hash]",
		bundle: true,
		write: false,
		minify: true,
		target: ["es2022", "chrome123", "firefox120", "safari17.5"],
		legalComments: "none",
		logLevel: "silent",
	};
}

async function bundle(root, folder) {
	const { build } = await import("esbuild");
	return build({
		...shared(root, folder),
		entryPoints: {
			main: "console/src/main.tsx",
			[STYLES]: STYLES,
		},
		splitting: true,
		metafile: true,
		format: "esm",
		jsx: "automatic",
		define: { "process.env.NODE_ENV": '"production"' },
		plugins: [allStyles(root)],
	});
}

/** One sheet of every style file: what all share first, then the kit, then what is built of it. */
function allStyles(root) {
	const folder = join(root, "console/src");
	return {
		name: "all styles",
		setup(build) {
			build.onResolve({ filter: new RegExp(`^${STYLES}$`) }, () => ({
				path: STYLES,
				namespace: "console",
			}));
			build.onLoad({ filter: /.*/, namespace: "console" }, () => ({
				contents: styleFiles(folder)
					.map((path) => `@import ${JSON.stringify(`./${path}`)};`)
					.join("\n"),
				loader: "css",
				resolveDir: folder,
			}));
		},
	};
}

const STYLE_ORDER = ["kit", "form", "list", "app", "pages"];

function styleFiles(folder) {
	const modules = filesBelow(folder)
		.map((path) => relative(folder, path))
		.filter((path) => path.endsWith(".module.css"));
	const rank = (path) => STYLE_ORDER.indexOf(path.split("/")[0]);
	modules.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
	return ["kit/styles.css", ...modules];
}

function filesBelow(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? filesBelow(path) : [path];
	});
}

/** The page, with the names its files have now. What the entry needs at once is asked for with it, not after it. */
function pageOf(root, metafile, first) {
	const named = (path) => `/assets/${basename(path)}`;
	const outputs = Object.entries(metafile.outputs);
	const [main, { imports }] = outputs.find(
		([path, { entryPoint }]) =>
			entryPoint === "console/src/main.tsx" && path.endsWith(".js"),
	);
	const [styles] = outputs.find(([path]) => STYLES_OUT.test(path));
	const early = imports.filter(({ kind }) => kind === "import-statement");
	const head = [
		`<script src="${named(first)}"></script>`,
		`<link rel="stylesheet" href="${named(styles)}">`,
		...early.map(
			({ path }) => `<link rel="modulepreload" href="${named(path)}">`,
		),
		`<script type="module" src="${named(main)}"></script>`,
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
				[constants.BROTLI_PARAM_QUALITY]: 10,
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
