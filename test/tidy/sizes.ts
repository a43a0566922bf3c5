import { type Node, nameOf, parse, walk } from "./syntax.ts";
import { type Fault, isTest, lineAt, type Rule, sourcesOf } from "./tree.ts";

const FILE_LINES_MAX = 300;
const TEST_FILE_LINES_MAX = 500;
const FUNCTION_LINES_MAX = 60;
/** A test tells a story in order, with the answers it expects written out. */
const TEST_FUNCTION_LINES_MAX = 90;

const fileLength: Rule = {
	name: `a file has at most ${FILE_LINES_MAX} lines, a test ${TEST_FILE_LINES_MAX}`,
	mend: "Find the second idea in it and give it a file whose name says which.",
	check(tree) {
		return sourcesOf(tree).flatMap(([path, text]) => {
			const lines = text.split("\n").length - 1;
			const max = isTest(path) ? TEST_FILE_LINES_MAX : FILE_LINES_MAX;
			return lines > max ? [{ path, what: `has ${lines} lines` }] : [];
		});
	},
	refuses: [
		{ "src/db/a.ts": "a();\n".repeat(301) },
		{ "test/a.test.ts": "a();\n".repeat(501) },
	],
	accepts: [
		{ "src/db/a.ts": "a();\n".repeat(300), "generated/a.ts": "\n".repeat(999) },
	],
};

const FUNCTIONS = [
	"FunctionDeclaration",
	"FunctionExpression",
	"ArrowFunctionExpression",
];

const functionLength: Rule = {
	name: `a function has at most ${FUNCTION_LINES_MAX} lines, in a test ${TEST_FUNCTION_LINES_MAX}`,
	mend: "Name its parts as functions of their own.",
	check(tree) {
		return sourcesOf(tree).flatMap(([path, text]) => {
			const faults: Fault[] = [];
			const max = isTest(path) ? TEST_FUNCTION_LINES_MAX : FUNCTION_LINES_MAX;
			walk(parse(path, text), (node, parents) => {
				if (!FUNCTIONS.includes(node.type) || isSuite(parents[0])) return;
				const line = lineAt(text, node.start);
				const lines = lineAt(text, node.end) - line + 1;
				if (lines > max)
					faults.push({ path, line, what: `a function of ${lines} lines` });
			});
			return faults;
		});
	},
	refuses: [
		{ "src/db/a.ts": `function a() {\n${"b();\n".repeat(59)}}` },
		{ "src/db/a.ts": `class A { a() {\n${"b();\n".repeat(59)}} }` },
		{ "test/a.test.ts": `test("a", () => {\n${"b();\n".repeat(89)}})` },
	],
	accepts: [
		{ "src/db/a.ts": `function a() {\n${"b();\n".repeat(58)}}` },
		{ "test/a.test.ts": `test("a", () => {\n${"b();\n".repeat(88)}})` },
		{ "test/a.test.ts": `describe("a", () => {\n${"b();\n".repeat(99)}})` },
		{
			"test/a.test.ts": `describe.skipIf(x)("a", () => {\n${"b();\n".repeat(99)}})`,
		},
	],
};

/** The callback of `describe` is a chapter, not a function: its parts are the tests. */
function isSuite(call: Node | undefined): boolean {
	if (call?.type !== "CallExpression") return false;
	let callee = call.callee as Node;
	while (callee.type !== "Identifier") {
		const inner = (callee.callee ?? callee.object) as Node | undefined;
		if (!inner) return false;
		callee = inner;
	}
	return nameOf(callee) === "describe";
}

export const sizeRules = [fileLength, functionLength];
