import { join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { freshBundle } from "../bin/bundle.js";

// Runs a TypeScript program of this repository: `node scripts/run.js scripts/generate.ts --some-flag`.
const root = resolve(fileURLToPath(import.meta.url), "../..");
const [program, ...rest] = process.argv.slice(2);
if (program === undefined) {
	process.stderr.write("usage: node scripts/run.js <file.ts> [arguments]\n");
	process.exit(2);
}

const entry = resolve(program);
const name = relative(root, entry).replaceAll(/[\\/]/g, "-");
const outfile = await freshBundle({
	entry,
	outfile: join(root, "dist/scripts", name.replace(/\.ts$/, ".js")),
	sources: ["src", "scripts", "bench", "test"].map((folder) =>
		join(root, folder),
	),
});
process.argv = [process.argv[0], entry, ...rest];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
