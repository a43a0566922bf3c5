import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { serverBundle } from "../bin/bundle.js";
import { consoleBundle } from "../bin/console-bundle.js";

// What `npm start` does when the sources changed, and no more: for packaging, or to warm a fresh clone.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = await Promise.all([serverBundle(root), consoleBundle(root)]);
process.stdout.write(`${built.join("\n")}\n`);
