#!/usr/bin/env node
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A clone has its sources and is bundled when they changed; the published package holds the bundles alone. */
async function program() {
	if (!existsSync(join(root, "src/cli/main.ts")))
		return join(root, "dist/reeve.js");
	const { serverBundle } = await import("./bundle.js");
	const [bundle] = await Promise.all([serverBundle(root), console()]);
	return bundle;
}

/** The server answers its API without a console, so one that cannot be built is told and no more. */
async function console() {
	if (process.argv[2] !== "start") return;
	if (!existsSync(join(root, "console/src/main.tsx"))) return;
	try {
		const { consoleBundle } = await import("./console-bundle.js");
		await consoleBundle(root);
	} catch (error) {
		process.stderr.write(`The console could not be built: ${error.message}\n`);
	}
}

process.setSourceMapsEnabled(true);
await import(pathToFileURL(await program()).href);
