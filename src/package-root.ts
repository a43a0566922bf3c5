import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

function findPackageRoot(): string {
	let folder = dirname(fileURLToPath(import.meta.url));
	while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
	return folder;
}

/** The folder of this package, the same whether the sources or the bundle run. */
export const packageRoot = findPackageRoot();

/** The version of this package, as its manifest says it. */
export const version: string = JSON.parse(
	readFileSync(join(packageRoot, "package.json"), "utf8"),
).version;
