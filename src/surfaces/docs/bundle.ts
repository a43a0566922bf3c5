import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { packageRoot } from "../../package-root.ts";

/** Scalar's browser bundle, brought in by scripts/vendor-scalar.js. The version is in the name, so caches may keep it. */
export const bundleName = "scalar-1.72.1.js";

let zipped: Buffer | undefined;

/** The bundle, gzipped; read when the page is first opened. */
export function zippedBundle(): Buffer {
	zipped ??= readFileSync(
		join(packageRoot, "generated/reference", `${bundleName}.gz`),
	);
	return zipped;
}

/** The bundle for the rare client that takes no gzip. */
export function plainBundle(): Buffer {
	return gunzipSync(zippedBundle());
}
