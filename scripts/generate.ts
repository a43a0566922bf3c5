import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.ts";
import { generatedFiles } from "./generate/files.ts";

// Writes what is derived from the operations: `npm run generate` after a change to any of them.
const folder = join(packageRoot, "generated");
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(generatedFiles())) {
	writeFileSync(join(folder, name), text);
	process.stdout.write(`generated/${name}\n`);
}
