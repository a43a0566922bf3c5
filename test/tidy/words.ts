import { commentsOf, type Node, nameOf, parse, walk } from "./syntax.ts";
import {
	type Fault,
	isSource,
	isTest,
	lineAt,
	type Rule,
	sourcesOf,
	type Tree,
} from "./tree.ts";

/** Words that say nothing of what a thing is, and what to say instead. */
const VAGUE: Record<string, string> = {
	util: "the noun it works on",
	utils: "the noun it works on",
	utilities: "the noun it works on",
	helper: "what it does",
	helpers: "what they do",
	common: "what the users of it share",
	misc: "what it is",
	manager: "what it does to what: a pool, a listener, a supervisor",
	managers: "what they do",
};

/** The words of a name, however they are joined: `createGroup`, `create-group`, `CREATE_GROUP`. A vendor's name is one word. */
function wordsOf(name: string): string[] {
	return name
		.replaceAll("OpManager", "Opmanager")
		.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
		.split(/[^A-Za-z0-9]+/)
		.map((word) => word.toLowerCase())
		.filter((word) => word !== "");
}

/** Why a name is vague, or undefined. A thing is called a service only where users and checks of that name are meant. */
function vagueness(name: string): string | undefined {
	const words = wordsOf(name);
	const vague = words.find((word) => Object.hasOwn(VAGUE, word));
	if (vague) return `"${vague}" in ${name}: say ${VAGUE[vague]}`;
	if (/^[A-Z]/.test(name) && words.at(-1) === "service")
		return `"service" in ${name}: say what it does`;
	return undefined;
}

const fileNames: Rule = {
	name: "names of files and folders say what is inside",
	mend: "Name it after its one idea.",
	check(tree) {
		return [...tree.keys()].flatMap((path) => {
			const parts = path.split("/").map((part) => part.split(".")[0] ?? "");
			const faults = parts.map(
				(part) =>
					vagueness(part) ??
					(/(^|-)service$/.test(part) ? `"service" in ${part}` : undefined),
			);
			const what = faults.find((fault) => fault !== undefined);
			return what ? [{ path, what }] : [];
		});
	},
	refuses: [
		{ "src/db/utils.ts": "" },
		{ "src/common/a.ts": "" },
		{ "src/modules/a/string-helpers.ts": "" },
		{ "src/modules/users/user-service.ts": "" },
	],
	accepts: [
		{ "src/modules/users/create-service-user.ts": "" },
		{ "src/probe/services.ts": "" },
		{ "docs/commonly-asked.md": "" },
	],
};

const identifiers: Rule = {
	name: "names in the code say what they mean",
	mend: "Use the reader's word, with the qualifier last.",
	check(tree) {
		return sourcesOf(tree).flatMap(([path, text]) =>
			declaredNames(parse(path, text)).flatMap(({ name, start }) => {
				const what = vagueness(name);
				return what ? [{ path, line: lineAt(text, start), what }] : [];
			}),
		);
	},
	refuses: [
		{ "src/db/a.ts": "class ConnectionManager {}" },
		{ "src/db/a.ts": "export const stringUtils = {};" },
		{ "src/db/a.ts": "interface UserService {}" },
		{ "src/db/a.ts": "function dateHelper() {}" },
		{ "src/db/a.ts": "class A { runHelper() {} }" },
		{ "src/db/a.ts": "const { a: common } = b;" },
	],
	accepts: [
		{ "src/db/a.ts": "const serviceUser = { manager: 1 };" },
		{ "src/db/a.ts": "class CommunityRead {}" },
		{ "src/db/a.ts": "class OpManagerScene {}" },
		{ "src/db/a.ts": "const services = []; const service = services[0];" },
	],
};

interface Declared {
	name: string;
	start: number;
}

const DECLARATIONS = [
	"FunctionDeclaration",
	"FunctionExpression",
	"ClassDeclaration",
	"VariableDeclarator",
	"TSInterfaceDeclaration",
	"TSTypeAliasDeclaration",
];

/** The names a file itself gives: variables, functions and their parameters, methods, classes, types. */
function declaredNames(root: Node): Declared[] {
	const found: Declared[] = [];
	walk(root, (node) => {
		if (DECLARATIONS.includes(node.type)) found.push(...boundBy(node.id));
		if (Array.isArray(node.params)) found.push(...node.params.flatMap(boundBy));
		if (node.type === "MethodDefinition") found.push(...boundBy(node.key));
	});
	return found;
}

/** The names that a pattern binds. */
function boundBy(pattern: unknown): Declared[] {
	const node = pattern as Node | null | undefined;
	const name = nameOf(node);
	if (!node) return [];
	if (name !== undefined) return [{ name, start: node.start }];
	switch (node.type) {
		case "ObjectPattern":
			return (node.properties as Node[]).flatMap((property) =>
				boundBy(property.value ?? property.argument),
			);
		case "ArrayPattern":
			return (node.elements as Node[]).flatMap(boundBy);
		case "AssignmentPattern":
			return boundBy(node.left);
		case "RestElement":
			return boundBy(node.argument);
		default:
			return [];
	}
}

const LEFT_UNDONE = /\b(TODO|FIXME|XXX)\b|\bhacks?\b/i;

const comments: Rule = {
	name: "comments leave nothing undone",
	mend: "Do it now, or write in an issue what is missing; a comment says why the code is as it is.",
	check: (tree) =>
		[...tree].flatMap(([path, text]) =>
			commentsIn(path, text).flatMap((comment): Fault[] => {
				const word = LEFT_UNDONE.exec(comment.text);
				if (!word) return [];
				const line = lineAt(text, comment.start + word.index);
				return [{ path, line, what: `the comment says "${word[0]}"` }];
			}),
		),
	refuses: [
		{ "src/db/a.ts": "a(); // TODO: b" },
		{ "src/db/a.ts": "/**\n * A hack.\n */" },
		{ "src/db/migrations/0001-a.sql": "select 1; -- FIXME" },
	],
	accepts: [
		{
			"src/db/a.ts":
				'const a = "// TODO"; const b = /TODO/; const c = `//TODO`;',
		},
		{ "src/db/a.ts": "// Shackles are no" + "thing to worry about." },
	],
};

function commentsIn(
	path: string,
	text: string,
): { start: number; text: string }[] {
	if (isSource(path)) return commentsOf(parse(path, text), text);
	if (!path.endsWith(".sql")) return [];
	return [...text.matchAll(/--.*/g)].map((match) => ({
		start: match.index,
		text: match[0],
	}));
}

/** A path below a workspace or somebody's home: it means nothing on the next machine. Tests may make up homes. */
const WORKSPACE = /(?<![\w.])\/(work|workspaces?)\/[\w.-]+/;
const HOME = /(?<![\w.])\/(home|Users|root)\/[\w.-]+|[A-Z]:\\Users\\/;

const machinePaths: Rule = {
	name: "no file names a place on somebody's machine",
	mend: "Say it relative to the repository, or take it from the environment.",
	check: (tree: Tree) =>
		[...tree].flatMap(([path, text]) =>
			text.split("\n").flatMap((content, index) => {
				const match =
					WORKSPACE.exec(content) ?? (isTest(path) ? null : HOME.exec(content));
				const what = `names ${match?.[0]}`;
				return match ? [{ path, line: index + 1, what }] : [];
			}),
		),
	refuses: [
		{ "docs/a.md": ["", "home", "ann", "reeve"].join("/") },
		{ "test/a.test.ts": `const a = "${["", "work", "main"].join("/")}/a";` },
	],
	accepts: [
		{ "docs/a.md": "https://reeve.example/home/page and src/users/a.ts" },
		{ "docs/a.md": "a clone below /root is not readable for other users" },
		{ "test/a.test.ts": `const a = "${["", "home", "ann"].join("/")}/a";` },
	],
};

export const wordRules = [fileNames, identifiers, comments, machinePaths];
