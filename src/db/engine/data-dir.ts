import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	statSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { EngineError, systemCode, systemReason } from "./engine-error.ts";
import type { SystemUser } from "./system-user.ts";

/** Where everything lies below the data directory. */
export interface DataPaths {
	root: string;
	cluster: string;
	binaries: string;
	run: string;
	logs: string;
	lock: string;
}

/** Names in a directory that tell it is Reeve's, or that any file system puts there by itself. */
const ownNames = new Set(["reeve.lock", "pepper"]);
const harmlessNames = new Set(["lost+found", ".DS_Store"]);

/**
 * The data directory when neither a flag nor the configuration names one: `REEVE_DATA`, else `/var/lib/reeve` for
 * root (root's home is closed to the account that runs Postgres), else the user's own data directory (XDG Base
 * Directory Specification), else `.reeve` beside the caller for accounts without a home.
 */
export function defaultDataDir(
	env: NodeJS.ProcessEnv,
	uid: number | undefined,
): string {
	if (env.REEVE_DATA) return resolve(env.REEVE_DATA);
	if (uid === 0) return "/var/lib/reeve";
	if (env.XDG_DATA_HOME?.startsWith("/"))
		return join(env.XDG_DATA_HOME, "reeve");
	const home = env.HOME;
	if (!home?.startsWith("/") || home === "/" || home === "/nonexistent")
		return resolve(".reeve");
	return join(home, ".local", "share", "reeve");
}

/** The layout of an opened data directory. */
export function dataPaths(root: string): DataPaths {
	return {
		root,
		cluster: join(root, "postgres"),
		binaries: join(root, "engine"),
		run: join(root, "run"),
		logs: join(root, "logs"),
		lock: join(root, "reeve.lock"),
	};
}

/**
 * Makes or checks the data directory and returns its real path. It belongs to the account Reeve runs as, and nobody
 * else may list it: under root the account that runs Postgres may only pass through (0711), so that files of mode
 * 0600 beside the cluster stay Reeve's alone.
 */
export function openDataDir(path: string): string {
	const wanted = resolve(path);
	try {
		makeWithParents(wanted);
		const root = realpathSync(wanted);
		assertOwner(root);
		assertNotShared(root);
		assertOurs(root);
		if (statSync(root).uid === process.getuid?.()) chmodSync(root, topMode());
		accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
		return root;
	} catch (error) {
		if (error instanceof EngineError) throw error;
		throw new EngineError(
			`The data directory ${wanted} cannot be used: ${systemReason(error)}. ` +
				"Make it writable, or choose another with --data or REEVE_DATA.",
			{ cause: error },
		);
	}
}

function topMode(): number {
	return process.getuid?.() === 0 ? 0o711 : 0o700;
}

/**
 * Parents made on the way get the same mode whatever the umask: a closed one would keep Postgres out.
 * (Node's own recursive mkdir never returns where nothing can be made, such as in /proc.)
 */
function makeWithParents(dir: string): void {
	const found = statSync(dir, { throwIfNoEntry: false });
	if (found?.isDirectory()) return;
	if (found !== undefined) {
		throw new EngineError(
			`${dir} is a file, not a directory. Choose a data directory with --data or REEVE_DATA.`,
		);
	}
	makeWithParents(dirname(dir));
	try {
		mkdirSync(dir);
		chmodSync(dir, topMode());
	} catch (error) {
		if (systemCode(error) !== "EEXIST") throw error;
	}
}

/** Root does not work inside a directory that somebody else owns: its owner could swap files for links meanwhile. */
function assertOwner(root: string): void {
	const { uid } = statSync(root);
	if (process.getuid?.() !== 0 || uid === 0) return;
	throw new EngineError(
		`The data directory ${root} belongs to uid ${uid}, but Reeve runs as root. Start Reeve as that user, ` +
			`or give the directory to root (chown -R root ${root}) if it is new and empty.`,
	);
}

/** A sticky directory is everybody's, such as /tmp; closing it would break the system. */
function assertNotShared(root: string): void {
	if ((statSync(root).mode & 0o1000) === 0) return;
	throw new EngineError(
		`${root} is shared by all users of this system. Choose a directory inside it with --data or REEVE_DATA.`,
	);
}

function assertOurs(root: string): void {
	const names = readdirSync(root).filter((name) => !harmlessNames.has(name));
	if (names.length === 0 || names.some((name) => ownNames.has(name))) return;
	throw new EngineError(
		`${root} is not a Reeve data directory: it holds ${names.slice(0, 3).join(", ")}. ` +
			"Choose an empty or a new directory with --data or REEVE_DATA.",
	);
}

/** Makes a directory inside the data directory, or corrects its mode and owner; `owner` counts only under root. */
export function ensureDir(dir: string, mode: number, owner?: SystemUser): void {
	if (!existsSync(dir)) mkdirSync(dir);
	if (!lstatSync(dir).isDirectory())
		throw new EngineError(
			`${dir} is not a directory. Move it away and start again.`,
		);
	if (owner !== undefined) chownSync(dir, owner.uid, owner.gid);
	chmodSync(dir, mode);
}
