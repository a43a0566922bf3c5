import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { EngineError, systemCode } from "./engine-error.ts";

/** An operating-system account; `gid` is its primary group. */
export interface SystemUser {
	name: string;
	uid: number;
	gid: number;
}

/**
 * Accounts that may run Postgres for root, best first: one made for Reeve shares its uid with nobody, while
 * `nobody` may also be the uid of other daemons, which could then read the cluster's files.
 */
const preferredNames = ["reeve", "postgres", "nobody"];

/** The accounts in the text of a passwd file (passwd(5)); lines that do not parse are skipped. */
export function parsePasswd(text: string): SystemUser[] {
	const users: SystemUser[] = [];
	for (const line of text.split("\n")) {
		const [name, , uid, gid] = line.split(":");
		if (!name || name.startsWith("#") || !uid || !gid) continue;
		users.push({ name, uid: Number(uid), gid: Number(gid) });
	}
	return users.filter((user) => Number.isInteger(user.uid + user.gid));
}

/** The account of `users` that runs Postgres when Reeve runs as root; never one with uid 0. */
export function chooseUnprivileged(
	users: SystemUser[],
): SystemUser | undefined {
	for (const name of preferredNames) {
		const user = users.find((candidate) => candidate.name === name);
		if (user !== undefined && user.uid !== 0) return user;
	}
	return undefined;
}

/**
 * The account Postgres has to run as, or undefined when that is simply the one Reeve runs as. Postgres refuses
 * uid 0, so root hands over to an unprivileged account. An existing cluster keeps its owner: installing a
 * `postgres` account later must not lock anybody out of data made by `nobody`.
 */
export function postgresUser(clusterDir: string): SystemUser | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = parsePasswd(readPasswd());
	const owner = statSync(clusterDir, { throwIfNoEntry: false });
	if (owner !== undefined && owner.uid !== 0) {
		const known = users.find((user) => user.uid === owner.uid);
		return {
			name: known?.name ?? `uid ${owner.uid}`,
			uid: owner.uid,
			gid: owner.gid,
		};
	}
	const chosen = chooseUnprivileged(users);
	if (chosen !== undefined) return chosen;
	throw new EngineError(
		"Postgres must not run as root, and none of the accounts reeve, postgres and nobody exists to run it. " +
			"Make one (useradd --system reeve), start Reeve as a normal user, or set DATABASE_URL.",
	);
}

function readPasswd(): string {
	try {
		return readFileSync("/etc/passwd", "utf8");
	} catch {
		return "";
	}
}

/**
 * Runs a shell test (`[ -x "$1" ]`) as the account. Asking the kernel is the only way to learn the truth: modes
 * alone miss access lists and mount options. Where there is no shell the answer is yes, and Postgres tells.
 */
export function passesAs(
	user: SystemUser,
	shellTest: string,
	path: string,
): boolean {
	const { uid, gid } = user;
	const check = spawnSync("/bin/sh", ["-c", shellTest, "sh", path], {
		uid,
		gid,
		cwd: "/",
		env: {},
	});
	const code = systemCode(check.error);
	if (code === "EPERM" || code === "EINVAL") {
		throw new EngineError(
			`Postgres must not run as root, and this root may not switch to the account ${user.name}. ` +
				"Start Reeve as a normal user, allow the capabilities SETUID and SETGID, or set DATABASE_URL.",
		);
	}
	return check.error !== undefined || check.status === 0;
}

/** Refuses a data directory that the account cannot enter, naming the ancestor which keeps it out. */
export function assertReachable(user: SystemUser, dataDir: string): void {
	if (passesAs(user, '[ -x "$1" ]', dataDir)) return;
	const closed =
		pathFromRoot(dataDir).find((dir) => !passesAs(user, '[ -x "$1" ]', dir)) ??
		dataDir;
	throw new EngineError(
		`Postgres must not run as root, so Reeve runs it as ${user.name}, who cannot enter ${closed}. Choose a data ` +
			"directory elsewhere (--data /var/lib/reeve, or REEVE_DATA), or start Reeve as a normal user.",
	);
}

function pathFromRoot(path: string): string[] {
	const parent = dirname(path);
	return parent === path ? [path] : [...pathFromRoot(parent), path];
}
