import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

// Brings Scalar's ready-made bundle into generated/reference, as the reference page serves it. Its npm package drags
// 290 MB of dependencies along, of which the page needs this one file; so the file is kept, zipped, and not the package.
// Run it again only to take another version: change both constants, and the name in src/surfaces/docs/bundle.ts.
const VERSION = "1.72.1";
const INTEGRITY =
	"sha512-XpEJ0rfc/cXbCrR+iC4kK0o/WwX2dTtGQbT049OlPKAHD6IMIFdTeGz2r+M27P2EDWKyUITRm/NzlP8z2pw/Ow==";

const root = resolve(fileURLToPath(import.meta.url), "../..");
const folder = mkdtempSync(join(tmpdir(), "reeve-scalar-"));
try {
	const name = `scalar-api-reference-${VERSION}.tgz`;
	run("npm", ["pack", `@scalar/api-reference@${VERSION}`]);
	const found = `sha512-${createHash("sha512")
		.update(readFileSync(join(folder, name)))
		.digest("base64")}`;
	if (found !== INTEGRITY) throw new Error(`the package is not ours: ${found}`);
	run("tar", ["-xzf", name]);
	const bundle = readFileSync(
		join(folder, "package/dist/browser/standalone.js"),
	);
	writeFileSync(
		join(root, "generated/reference", `scalar-${VERSION}.js.gz`),
		gzipSync(bundle, { level: 9 }),
	);
} finally {
	rmSync(folder, { recursive: true });
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
	const { status } = spawnSync(command, args, {
		cwd: folder,
		stdio: "inherit",
	});
	if (status !== 0) throw new Error(`${command} failed`);
}
