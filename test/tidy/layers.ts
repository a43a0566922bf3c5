import { posix } from "node:path";
import { importsOf, parse } from "./syntax.ts";
import {
	type Fault,
	isTest,
	lineAt,
	type Rule,
	sourcesOf,
	type Tree,
} from "./tree.ts";

/** Files directly in `src` that others may use; all other files there belong to the composition of the process. */
const BASE = ["src/package-root.ts"];
const PROCESS = ["src/config.ts", "src/log.ts", "src/metrics.ts"];

/** Who may import whom, besides its own layer. */
const MAY_IMPORT: Record<string, readonly string[]> = {
	base: [],
	db: ["base"],
	kernel: ["base", "db"],
	modules: ["base", "db", "kernel"],
	process: ["base", "db", "kernel"],
	surfaces: ["base", "db", "kernel", "modules", "process"],
	dialects: ["base", "db", "kernel", "modules", "process"],
	worker: ["base", "db", "kernel", "modules", "process"],
	probe: ["base", "process"],
	main: [
		"base",
		"db",
		"kernel",
		"modules",
		"process",
		"surfaces",
		"dialects",
		"worker",
	],
	cli: [
		"base",
		"db",
		"kernel",
		"modules",
		"process",
		"surfaces",
		"dialects",
		"worker",
		"probe",
		"main",
	],
};

function layerOf(path: string): string | undefined {
	if (!path.startsWith("src/")) return undefined;
	if (BASE.includes(path)) return "base";
	if (PROCESS.includes(path)) return "process";
	const folders = path.split("/");
	return folders.length === 2 ? "main" : folders[1];
}

interface Edge {
	from: string;
	to: string;
	line: number;
	typeOnly: boolean;
}

/** Every import of a file of this repository by another. */
function edgesOf(tree: Tree): Edge[] {
	return sourcesOf(tree).flatMap(([path, text]) =>
		importsOf(parse(path, text))
			.filter(({ from }) => from.startsWith("."))
			.map(({ from, start, typeOnly }) => ({
				from: path,
				to: posix.join(posix.dirname(path), from),
				line: lineAt(text, start),
				typeOnly,
			})),
	);
}

function productEdges(tree: Tree): Edge[] {
	return edgesOf(tree).filter(
		({ from }) => from.startsWith("src/") && !isTest(from),
	);
}

const layers: Rule = {
	name: "imports go down the layers: cli → main → surfaces, dialects, worker → modules → kernel → db",
	mend: "Move what both need down to the lower layer, or pass it in from above.",
	check(tree) {
		return productEdges(tree).flatMap(({ from, to, line }) => {
			const layer = layerOf(from) as string;
			const target = layerOf(to);
			if (target === layer) return [];
			if (target && MAY_IMPORT[layer]?.includes(target)) return [];
			const what = MAY_IMPORT[layer]
				? `${layer} may not import ${to}`
				: `src/${layer} has no place in the layers; give it one in test/tidy/layers.ts and ARCHITECTURE.md`;
			return [{ path: from, line, what }];
		});
	},
	refuses: [
		{ "src/kernel/gate.ts": 'import type { A } from "../modules/a/index.ts";' },
		{ "src/db/sql.ts": 'import { a } from "../kernel/clock.ts";' },
		{ "src/modules/a/a.ts": 'export * from "../../surfaces/rest/index.ts";' },
		{ "src/modules/a/a.ts": 'const a = await import("../../main.ts");' },
		{ "src/kernel/a.ts": 'type A = import("../config.ts").Config;' },
		{ "src/kernel/a.ts": 'import "../../test/support/requires.ts";' },
		{ "src/cli/a.ts": 'import "../../bench/main.ts";' },
		{ "src/novelty/a.ts": 'import "../kernel/clock.ts";' },
	],
	accepts: [
		{ "src/modules/a/a.ts": 'import { sql } from "../../db/index.ts";' },
		{ "src/cli/a.ts": 'import { startServer } from "../main.ts";' },
		{ "src/kernel/a.test.ts": 'import "../../test/support/requires.ts";' },
		{
			"src/db/a.ts": "// import '../kernel/a.ts'\nconst a = `import './b.ts'`;",
		},
	],
};

const moduleDoors: Rule = {
	name: "a module is entered only through its index.ts",
	mend: "Export what you need from the other module's index.ts and import that.",
	check(tree) {
		return productEdges(tree).flatMap(({ from, to, line }) => {
			const other = /^src\/modules\/([^/]+)\/(.+)$/.exec(to);
			const inside = from.startsWith(`src/modules/${other?.[1]}/`);
			if (!other || inside || other[2] === "index.ts") return [];
			return [{ path: from, line, what: `${to} is private to its module` }];
		});
	},
	refuses: [
		{ "src/modules/a/a.ts": 'import { b } from "../b/b-store.ts";' },
		{ "src/surfaces/rest/a.ts": 'import "../../modules/b/b.ts";' },
	],
	accepts: [
		{ "src/modules/a/a.ts": 'import { b } from "../b/index.ts";' },
		{ "src/modules/a/a.ts": 'import { a } from "./a-store.ts";' },
	],
};

const dialectsStandAlone: Rule = {
	name: "a dialect imports nothing of another, and what they share names none of them",
	mend: "Move what both need to src/dialects itself, or into the operation.",
	check(tree) {
		return productEdges(tree).flatMap(({ from, to, line }) => {
			const own = /^src\/dialects\/([^/]+)\//.exec(from)?.[1];
			const other = /^src\/dialects\/([^/]+)\//.exec(to)?.[1];
			const isList = from === "src/dialects/index.ts";
			if (other === undefined || other === own || isList) return [];
			return [{ path: from, line, what: `imports ${to}` }];
		});
	},
	refuses: [
		{ "src/dialects/a/a.ts": 'import { b } from "../b/wire.ts";' },
		{ "src/dialects/serve.ts": 'import { a } from "./a/wire.ts";' },
	],
	accepts: [
		{ "src/dialects/a/a.ts": 'import "./wire.ts"; import "../dialect.ts";' },
		{ "src/dialects/index.ts": 'import { a } from "./a/index.ts";' },
	],
};

const httpAtTheEdge: Rule = {
	name: "fastify is imported at the edge alone",
	mend: "A handler takes a context and an input and returns data; leave requests and replies to the surface.",
	check(tree) {
		return sourcesOf(tree).flatMap(([path, text]) => {
			const layer = layerOf(path);
			if (!layer || isTest(path)) return [];
			if (["main", "surfaces", "dialects"].includes(layer)) return [];
			return importsOf(parse(path, text))
				.filter(({ from }) => /^(fastify|@fastify\/.*)$/.test(from))
				.map(({ start, from }) => ({
					path,
					line: lineAt(text, start),
					what: `${layer} imports ${from}`,
				}));
		});
	},
	refuses: [
		{ "src/modules/a/a.ts": 'import type { FastifyReply } from "fastify";' },
		{ "src/kernel/a.ts": 'import fastify from "fastify";' },
	],
	accepts: [{ "src/dialects/a.ts": 'import type { A } from "fastify";' }],
};

const clientStandsAlone: Rule = {
	name: "the generated client and the console import nothing of the server, and the console knows only the client",
	mend: "Reach the server over HTTP; what the client must know belongs into the OpenAPI document.",
	check(tree) {
		return [...tree]
			.filter(([path]) => /^(generated|console)\/.*\.tsx?$/.test(path))
			.flatMap(([path, text]) =>
				importsOf(parse(path, text))
					.filter(({ from }) => from.startsWith("."))
					.map(({ from, start }) => ({
						path,
						line: lineAt(text, start),
						to: posix.join(posix.dirname(path), from),
					}))
					.filter(({ to }) => !/^(generated\/client\.ts$|console\/)/.test(to))
					.map(({ to, ...where }) => ({ ...where, what: `imports ${to}` })),
			);
	},
	refuses: [
		{ "generated/client.ts": 'import type { A } from "../src/kernel/a.ts";' },
		{ "console/src/a.tsx": 'import { a } from "../../src/kernel/a.ts";' },
		{ "console/src/a.ts": 'import a from "../../generated/openapi.json";' },
	],
	accepts: [
		{ "console/src/a.tsx": 'import { a } from "../../generated/client.ts";' },
	],
};

const noCycles: Rule = {
	name: "files do not import each other in a circle",
	mend: "Move what both need into a file of its own. Types may point both ways: they are gone before the program runs.",
	check(tree) {
		const targets = new Map<string, Edge[]>();
		for (const edge of edgesOf(tree).filter(({ typeOnly }) => !typeOnly))
			targets.set(edge.from, [...(targets.get(edge.from) ?? []), edge]);
		const done = new Set<string>();
		return [...targets.keys()].flatMap((path) =>
			circleFrom(path, targets, [], done),
		);
	},
	refuses: [
		{
			"src/kernel/a.ts": 'import "./b.ts";',
			"src/kernel/b.ts": 'import "./c.ts";',
			"src/kernel/c.ts": 'export { a } from "./a.ts";',
		},
	],
	accepts: [
		{
			"src/kernel/a.ts": 'import "./b.ts"; import "./c.ts";',
			"src/kernel/b.ts": 'import "./c.ts";',
			"src/kernel/c.ts": 'import type { A } from "./a.ts";',
		},
	],
};

/** Depth first; a file that was left once is on no circle that has not been told. */
function circleFrom(
	path: string,
	targets: ReadonlyMap<string, Edge[]>,
	trail: readonly string[],
	done: Set<string>,
): Fault[] {
	if (done.has(path)) return [];
	const here = [...trail, path];
	const faults = (targets.get(path) ?? []).flatMap(({ to, line }) => {
		const start = here.indexOf(to);
		if (start < 0) return circleFrom(to, targets, here, done);
		const what = [...here.slice(start), to].join(" → ");
		return [{ path, line, what }];
	});
	done.add(path);
	return faults;
}

export const layerRules = [
	layers,
	moduleDoors,
	dialectsStandAlone,
	httpAtTheEdge,
	clientStandsAlone,
	noCycles,
];
