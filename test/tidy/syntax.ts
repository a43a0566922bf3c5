import { parseAst } from "vitest/node";

/** A node of the syntax tree (ESTree with TypeScript's nodes), as far as the rules look at it. */
export interface Node {
	type: string;
	start: number;
	end: number;
	[field: string]: unknown;
}

const parsed = new Map<string, Node>();

/** The syntax tree of a TypeScript file. The same text is parsed once. */
export function parse(path: string, text: string): Node {
	const key = `${path}\n${text}`;
	let root = parsed.get(key);
	if (!root) {
		const lang = path.endsWith("x") ? "tsx" : "ts";
		root = parseAst(text, { lang }) as unknown as Node;
		parsed.set(key, root);
	}
	return root;
}

function isNode(value: unknown): value is Node {
	return (
		typeof value === "object" &&
		value !== null &&
		typeof (value as Node).type === "string"
	);
}

export function childrenOf(node: Node): Node[] {
	return Object.values(node)
		.flatMap((value) => (Array.isArray(value) ? value : [value]))
		.filter(isNode);
}

/** Visits every node with its parents, nearest first. */
export function walk(
	node: Node,
	visit: (node: Node, parents: readonly Node[]) => void,
	parents: readonly Node[] = [],
): void {
	visit(node, parents);
	const next = [node, ...parents];
	for (const child of childrenOf(node)) walk(child, visit, next);
}

/** All nodes of the given types. */
export function nodesOf(root: Node, ...types: string[]): Node[] {
	const found: Node[] = [];
	walk(root, (node) => {
		if (types.includes(node.type)) found.push(node);
	});
	return found;
}

/** The name of an identifier, else undefined. */
export function nameOf(node: unknown): string | undefined {
	return isNode(node) && node.type === "Identifier"
		? (node.name as string)
		: undefined;
}

export interface Import {
	from: string;
	start: number;
	/** Erased before the program runs. */
	typeOnly: boolean;
}

/** What a file imports or re-exports, static and dynamic. */
export function importsOf(root: Node): Import[] {
	return nodesOf(
		root,
		"ImportDeclaration",
		"ExportNamedDeclaration",
		"ExportAllDeclaration",
		"ImportExpression",
		"TSImportType",
	).flatMap((node) => {
		const from = (node.source as { value?: unknown } | null)?.value;
		if (typeof from !== "string") return [];
		const typeOnly =
			node.type === "TSImportType" ||
			node.importKind === "type" ||
			node.exportKind === "type";
		return [{ from, start: node.start, typeOnly }];
	});
}

/** The comments of a file: what stands between `//` or `/*` and the end, outside strings, templates and patterns. */
export function commentsOf(
	root: Node,
	text: string,
): { start: number; text: string }[] {
	const quoted = nodesOf(root, "Literal", "TemplateElement", "JSXText");
	const bare = text.split("");
	for (const { start, end } of quoted) bare.fill(" ", start, end);
	return [...bare.join("").matchAll(/\/\/.*|\/\*[\s\S]*?\*\//g)].map(
		(match) => ({
			start: match.index,
			text: match[0],
		}),
	);
}
