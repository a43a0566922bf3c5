import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { serverBundle } from "../bin/bundle.js";

// What `npm start` does when the sources changed, and no more: for packaging, or to warm a fresh clone.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.stdout.write(`${await serverBundle(root)}\n`);
