import {
	chmodSync,
	constants,
	copyFileSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { EngineError, systemReason } from "./engine-error.ts";

/**
 * Copies the Postgres programs to `copy`, readable by every account, unless a sound copy is there already; then
 * removes copies of other versions. Returns whether it copied. The copy appears whole, by rename. Its sizes are
 * compared at each start, since after a power cut a fresh file can be empty although its name survived.
 */
export function copyBinaries(native: string, copy: string): boolean {
	const files = filesToCopy(native);
	if (isSound(native, copy, files)) return false;
	const unfinished = `${copy}.unfinished`;
	try {
		rmSync(unfinished, { recursive: true, force: true });
		for (const file of files)
			copyReadable(join(native, file), join(unfinished, file));
		openDirectories(unfinished);
		rmSync(copy, { recursive: true, force: true });
		renameSync(unfinished, copy);
		removeOthers(copy);
	} catch (error) {
		throw new EngineError(
			`Cannot copy the Postgres programs to ${copy}: ${systemReason(error)}.`,
			{ cause: error },
		);
	}
	return true;
}

/** Regular files of the package: links are made again from its list, static libraries serve compilers only. */
function filesToCopy(native: string): string[] {
	const files: string[] = [];
	for (const entry of readdirSync(native, {
		recursive: true,
		withFileTypes: true,
	})) {
		if (!entry.isFile() || entry.name.endsWith(".a")) continue;
		files.push(join(entry.parentPath, entry.name).slice(native.length + 1));
	}
	return files;
}

function isSound(native: string, copy: string, files: string[]): boolean {
	return files.every(
		(file) =>
			statSync(join(copy, file), { throwIfNoEntry: false })?.size ===
			statSync(join(native, file)).size,
	);
}

/** Sets modes outright, because a strict umask at install time must not make programs unreadable. */
function copyReadable(from: string, to: string): void {
	mkdirSync(dirname(to), { recursive: true });
	copyFileSync(from, to, constants.COPYFILE_FICLONE);
	chmodSync(to, statSync(from).mode & 0o100 ? 0o755 : 0o644);
}

function openDirectories(root: string): void {
	chmodSync(root, 0o755);
	for (const entry of readdirSync(root, {
		recursive: true,
		withFileTypes: true,
	})) {
		if (entry.isDirectory())
			chmodSync(join(entry.parentPath, entry.name), 0o755);
	}
}

function removeOthers(copy: string): void {
	for (const name of readdirSync(dirname(copy))) {
		if (name !== basename(copy))
			rmSync(join(dirname(copy), name), { recursive: true, force: true });
	}
}
