import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Fault, Rule, Tree } from "./tree.ts";

const FOLDER = "src/db/migrations";
const RELEASED = `${FOLDER}/released.sha256`;

function migrationsOf(tree: Tree): string[] {
	return [...tree.keys()]
		.filter((path) => posix.dirname(path) === FOLDER && path.endsWith(".sql"))
		.sort();
}

const numbered: Rule = {
	name: "migrations are numbered one after the other, each with a number of its own",
	mend: "Give the one that is not released the next free number; they run in the order of their names.",
	check(tree) {
		return migrationsOf(tree).flatMap((path, index): Fault[] => {
			const wanted = String(index + 1).padStart(4, "0");
			const name = posix.basename(path);
			const fits = name.startsWith(`${wanted}-`);
			return fits ? [] : [{ path, what: `should start with ${wanted}-` }];
		});
	},
	refuses: [
		{ [`${FOLDER}/0001-a.sql`]: "", [`${FOLDER}/0001-b.sql`]: "" },
		{ [`${FOLDER}/0001-a.sql`]: "", [`${FOLDER}/0003-b.sql`]: "" },
	],
	accepts: [{ [`${FOLDER}/0001-a.sql`]: "", [`${FOLDER}/0002-b.sql`]: "" }],
};

const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");

const unchanged: Rule = {
	name: "a released migration is never edited",
	mend: "Restore it and write another migration. A release lists its files: sha256sum *.sql > released.sha256.",
	check(tree) {
		const list = tree.get(RELEASED);
		const isReleased = /^## \[\d/m.test(tree.get("CHANGELOG.md") ?? "");
		if (list === undefined)
			return isReleased ? [{ path: RELEASED, what: "is missing" }] : [];
		return list.split("\n").flatMap((line): Fault[] => {
			const [sum, name] = line.split(/ [ *]/);
			const path = `${FOLDER}/${name}`;
			if (!name || sum === sumOf(tree.get(path) ?? "")) return [];
			return [{ path, what: "is not what was released" }];
		});
	},
	refuses: [
		{ [RELEASED]: `${sumOf("a\n")}  0001-a.sql\n` },
		{
			[RELEASED]: `${sumOf("a\n")}  0001-a.sql\n`,
			[`${FOLDER}/0001-a.sql`]: "b\n",
		},
		{ "CHANGELOG.md": "## [Unreleased]\n\n## [1.0.0] - 2026-01-01\n" },
	],
	accepts: [
		{ "CHANGELOG.md": "## [Unreleased]\n" },
		{
			[RELEASED]: `${sumOf("a\n")}  0001-a.sql\n`,
			[`${FOLDER}/0001-a.sql`]: "a\n",
			[`${FOLDER}/0002-b.sql`]: "b\n",
		},
	],
};

export const migrationRules = [numbered, unchanged];
