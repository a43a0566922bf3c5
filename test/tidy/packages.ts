import { posix } from "node:path";
import type { Rule, Tree } from "./tree.ts";

function manifestsOf(tree: Tree): [string, Record<string, unknown>][] {
	return [...tree]
		.filter(([path]) => posix.basename(path) === "package.json")
		.map(([path, text]) => [path, JSON.parse(text)]);
}

const DEPENDENCIES = [
	"dependencies",
	"devDependencies",
	"optionalDependencies",
	"peerDependencies",
];

const exactVersions: Rule = {
	name: "every dependency names one exact version",
	mend: "npm install --save-exact.",
	check(tree) {
		return manifestsOf(tree).flatMap(([path, manifest]) =>
			DEPENDENCIES.flatMap((field) =>
				Object.entries((manifest[field] ?? {}) as Record<string, string>),
			)
				.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
				.map(([name, version]) => ({ path, what: `${name} is "${version}"` })),
		);
	},
	refuses: [
		{ "package.json": '{"dependencies":{"a":"^1.0.0"}}\n' },
		{ "console/package.json": '{"devDependencies":{"a":"latest"}}\n' },
	],
	accepts: [{ "package.json": '{"dependencies":{"a":"1.0.0-beta.17"}}\n' }],
};

const LOCK = "package-lock.json";

interface Locked {
	resolved?: string;
	optionalDependencies?: Record<string, string>;
}

/** What the lock file holds, by where it would be installed. */
function lockedPackages(tree: Tree): Record<string, Locked> {
	return JSON.parse(tree.get(LOCK) ?? '{"packages":{}}').packages;
}

const noDownloadHosts: Rule = {
	name: "the lock file names no host, so that each machine uses its own registry",
	mend: 'npm install again; .npmrc has "omit-lockfile-registry-resolved=true".',
	check(tree) {
		return Object.entries(lockedPackages(tree))
			.filter(([, { resolved }]) => /^\w+:\/\//.test(resolved ?? ""))
			.map(([name]) => ({ path: LOCK, what: `${name} is resolved to a host` }));
	},
	refuses: [
		{
			"package-lock.json":
				'{"packages":{"a":{"resolved":"https://packages.example/a.tgz"}}}',
		},
	],
	accepts: [
		{ "package-lock.json": '{"packages":{"a":{"resolved":"console"},"b":{}}}' },
	],
};

const lockIsWhole: Rule = {
	name: "the lock file holds the optional packages of every platform, so that npm ci works on each",
	mend: "npm leaves out what its registry does not have: add the entry with version, os and cpu, as its neighbours have them.",
	check(tree) {
		const packages = lockedPackages(tree);
		return Object.entries(packages).flatMap(([from, locked]) =>
			Object.keys(locked.optionalDependencies ?? {})
				.filter((name) => !isLocked(packages, from, name))
				.map((name) => ({ path: LOCK, what: `has no entry for ${name}` })),
		);
	},
	refuses: [
		{
			"package-lock.json":
				'{"packages":{"node_modules/a":{"optionalDependencies":{"a-win32":"1.0.0"}}}}',
		},
	],
	accepts: [
		{
			"package-lock.json":
				'{"packages":{"node_modules/a":{"optionalDependencies":{"b":"1.0.0"}},"node_modules/b":{}}}',
		},
		{
			"package-lock.json":
				'{"packages":{"node_modules/a":{"optionalDependencies":{"b":"1.0.0"}},"node_modules/a/node_modules/b":{}}}',
		},
	],
};

/** Whether a package finds another where Node looks for it: below itself, then below each folder above. */
function isLocked(
	packages: Record<string, Locked>,
	from: string,
	name: string,
): boolean {
	if (Object.hasOwn(packages, posix.join(from, "node_modules", name)))
		return true;
	if (from === "") return false;
	const above = from.slice(0, Math.max(0, from.lastIndexOf("node_modules/")));
	return isLocked(packages, above.replace(/\/$/, ""), name);
}

export const packageRules = [exactVersions, noDownloadHosts, lockIsWhole];
