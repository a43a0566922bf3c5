#!/usr/bin/env node
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** A clone has its sources and is bundled when they changed; the published package holds the bundle alone. */
async function program() {
	if (!existsSync(join(root, "src/cli/main.ts")))
		return join(root, "dist/reeve.js");
	const { serverBundle } = await import("./bundle.js");
	return serverBundle(root);
}

process.setSourceMapsEnabled(true);
await import(pathToFileURL(await program()).href);
