import { posix } from "node:path";
import { type Fault, lineAt, type Rule, type Tree } from "./tree.ts";

const linesEnd: Rule = {
	name: "text files end with a newline and have no carriage returns",
	mend: "npx biome check --write, or the editor's setting.",
	check(tree) {
		return [...tree]
			.filter(([path, text]) => text !== "" && !path.endsWith(".http"))
			.flatMap(([path, text]) => {
				if (!text.endsWith("\n"))
					return [{ path, what: "has no last newline" }];
				const at = text.indexOf("\r");
				const what = "has a carriage return";
				return at < 0 ? [] : [{ path, line: lineAt(text, at), what }];
			});
	},
	refuses: [{ "docs/a.md": "a" }, { "docs/a.md": "a\r\n" }],
	accepts: [{ "docs/a.md": "a\n", "src/b.ts": "" }],
};

const linksResolve: Rule = {
	name: "links between documents lead somewhere",
	mend: "Write the path relative to the document, and the heading as it reads.",
	check(tree) {
		return [...tree]
			.filter(([path]) => path.endsWith(".md"))
			.flatMap(([path, text]) =>
				[...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
					const what = deadLink(tree, path, match[1] as string);
					return what ? [{ path, line: lineAt(text, match.index), what }] : [];
				}),
			);
	},
	refuses: [
		{ "README.md": "[a](docs/b.md)\n" },
		{ "docs/a.md": "[a](docs/a.md)\n" },
		{ "docs/a.md": "# One thing\n[a](#another)\n" },
		{ "docs/a.md": "[a](b.md#two)\n", "docs/b.md": "# One\n" },
	],
	accepts: [
		{
			"docs/a.md": "[a](../README.md) [b](#one-thing)\n# One `thing`\n",
			"README.md": "\n",
		},
		{ "docs/a.md": "[a](https://reeve.example/) and `[b](c)`\n" },
		{
			"README.md": "[a](docs) [b](docs/decisions/)\n",
			"docs/decisions/a.md": "\n",
		},
	],
};

/** Code is blanked, not removed, so that offsets stay. */
function withoutCode(text: string): string {
	return text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, (code) =>
		code.replaceAll(/[^\n]/g, " "),
	);
}

function deadLink(tree: Tree, from: string, link: string): string | undefined {
	if (/^[a-z]+:/.test(link)) return undefined;
	const [file = "", anchor] = link.split("#");
	const to =
		file === ""
			? from
			: posix.join(posix.dirname(from), file).replace(/\/$/, "");
	const isFolder = [...tree.keys()].some((path) => path.startsWith(`${to}/`));
	const text = tree.get(to);
	if (text === undefined && !isFolder) return `there is no ${to}`;
	if (anchor === undefined || anchorsOf(text ?? "").includes(anchor))
		return undefined;
	return `${to} has no heading "${anchor}"`;
}

/** Headings as the anchors that code hosts make of them. */
function anchorsOf(text: string): string[] {
	return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
		(match[1] as string)
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N} _-]/gu, "")
			.replaceAll(" ", "-"),
	);
}

const NAMED = /`((?:src|test|docs|bin|scripts|bench|\.ci)\/[\w./-]+)`/g;

const namedFilesExist: Rule = {
	name: "files that a document names are there",
	mend: "Write where it lies now.",
	check(tree) {
		const isThere = (path: string) =>
			tree.has(path) ||
			[...tree.keys()].some((other) => other.startsWith(`${path}/`));
		return [...tree]
			.filter(([path]) => path.endsWith(".md") && path !== "CHANGELOG.md")
			.flatMap(([path, text]) =>
				[...text.matchAll(NAMED)]
					.map((match) => ({
						path,
						line: lineAt(text, match.index),
						named: (match[1] as string).replace(/\/$/, ""),
					}))
					.filter(({ named }) => !isThere(named))
					.map(({ named, ...where }) => ({
						...where,
						what: `names ${named}, which is not there`,
					})),
			);
	},
	refuses: [{ "docs/a.md": "see `src/db/gone.ts`\n", "src/db/a.ts": "" }],
	accepts: [
		{
			"docs/a.md": "see `src/db/a.ts` in `src/db/`, and `dist/reeve.js`\n",
			"src/db/a.ts": "",
		},
	],
};

const DRAWING = "ARCHITECTURE.md";

const foldersAreDrawn: Rule = {
	name: "ARCHITECTURE.md shows every folder of src, and no other",
	mend: "Add the folder to the annotated tree with a few words on what it holds.",
	check(tree) {
		const text = tree.get(DRAWING) ?? "";
		const drawn = drawnFolders(text);
		const real = new Set([...tree.keys()].flatMap(foldersAbove));
		const missing = [...real].filter((folder) => !drawn.has(folder));
		const gone = [...drawn].filter((folder) => !real.has(folder));
		const fault = (what: string): Fault => ({ path: DRAWING, what });
		return [
			...missing.map((folder) => fault(`does not show ${folder}`)),
			...gone.map((folder) => fault(`shows ${folder}, which is not there`)),
		];
	},
	refuses: [
		{ "ARCHITECTURE.md": "```\nsrc/\n```\n", "src/db/a.ts": "" },
		{ "ARCHITECTURE.md": "```\nsrc/\n  db/\n```\n", "src/a.ts": "" },
		{
			"ARCHITECTURE.md": "```\nsrc/\n  db/\n  x/ y/\n```\n",
			"src/db/y/a.ts": "",
			"src/x/a.ts": "",
		},
	],
	accepts: [
		{
			"ARCHITECTURE.md":
				"```\nbin/  the command\nsrc/\n  a.ts  b\n  db/  c\n    engine/  d\n  x/ y/  e\ndocs/\n```\n",
			"src/db/engine/a.ts": "",
			"src/x/a.ts": "",
			"src/y/a.ts": "",
			"src/y/fixtures/a.http": "",
		},
	],
};

/** The folders of `src` on the way to a file; recorded exchanges are data and need no drawing. */
function foldersAbove(path: string): string[] {
	const parts = path.split("/").slice(0, -1);
	if (parts[0] !== "src") return [];
	return parts
		.map((_, i) => parts.slice(0, i + 1).join("/"))
		.filter((folder) => !folder.includes("/fixtures"));
}

/** Reads the first drawing that has `src/` in it: two spaces a level, names ending in a slash are folders. */
function drawnFolders(text: string): Set<string> {
	const drawings = text.match(/```[\s\S]*?```/g) ?? [];
	const drawing = drawings.find((block) => /^src\//m.test(block)) ?? "";
	const found = new Set<string>();
	let above: string[] = [];
	for (const line of drawing.split("\n")) {
		const names = /^( *)((?:[\w.-]+\/ ?)+)/.exec(line);
		if (!names) continue;
		const parents = above.slice(0, (names[1] as string).length / 2);
		const folders = (names[2] as string).trim().split(" ");
		for (const folder of folders)
			found.add([...parents, folder.slice(0, -1)].join("/"));
		above = [...parents, (folders.at(-1) as string).slice(0, -1)];
	}
	return new Set([...found].filter((folder) => /^src(\/|$)/.test(folder)));
}

export const repositoryRules = [
	linesEnd,
	linksResolve,
	namedFilesExist,
	foldersAreDrawn,
];
