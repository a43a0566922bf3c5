import { importsOf, type Node, nameOf, nodesOf, parse } from "./syntax.ts";
import { isTest, lineAt, type Rule, sourcesOf, type Tree } from "./tree.ts";

/** Faults for the nodes of the given types that `say` has something to say about. */
function inspect(
	tree: Tree,
	applies: (path: string) => boolean,
	types: readonly string[],
	say: (node: Node, path: string) => string | undefined,
) {
	return sourcesOf(tree)
		.filter(([path]) => applies(path))
		.flatMap(([path, text]) =>
			nodesOf(parse(path, text), ...types).flatMap((node) => {
				const what = say(node, path);
				return what ? [{ path, line: lineAt(text, node.start), what }] : [];
			}),
		);
}

const isProduct = (path: string) => path.startsWith("src/") && !isTest(path);

/** `a.b` as text, where both are plain names. */
function memberOf(node: Node): string {
	return `${nameOf(node.object)}.${nameOf(node.property)}`;
}

const SUITES = /^(describe|test|it|suite|bench)\b/;

const everyTestRuns: Rule = {
	name: "no test is singled out, and none is skipped without a reason",
	mend: "Remove .only; skip with describe.skipIf and test/support/requires.ts, or inside the test with a reason: ctx.skip(why).",
	check(tree) {
		return inspect(tree, isTest, ["MemberExpression"], (node) => {
			const member = memberOf(node);
			const marked = /\.(only|skip|todo|fails)$/.test(member);
			return marked && SUITES.test(member) ? `has ${member}` : undefined;
		});
	},
	refuses: [
		{ "test/a.test.ts": "test.only('a', () => {});" },
		{ "test/a.test.ts": "describe.skip('a', () => {});" },
		{ "src/db/a.test.ts": "it.todo('a');" },
	],
	accepts: [
		{ "test/a.test.ts": "describe.skipIf(!redis)('a', () => {});" },
		{ "test/a.test.ts": "test('a', (ctx) => ctx.skip('no IPv6 here'));" },
	],
};

const logsAreStructured: Rule = {
	name: "the server writes through its log, never to the console",
	mend: "Take the log you were given; the command writes to process.stdout and process.stderr.",
	check(tree) {
		const applies = (path: string) =>
			isProduct(path) && !path.startsWith("src/cli/");
		return inspect(tree, applies, ["MemberExpression"], (node) =>
			nameOf(node.object) === "console" ? `calls ${memberOf(node)}` : undefined,
		);
	},
	refuses: [{ "src/kernel/a.ts": "console.log(1);" }],
	accepts: [
		{ "src/cli/a.ts": "console.log(1);" },
		{ "src/kernel/a.ts": "log.info(1); // console.log" },
	],
};

const chanceIsCryptographic: Rule = {
	name: "the server takes chance from the system, never from Math.random",
	mend: "Use randomInt or randomBytes of node:crypto.",
	check(tree) {
		return inspect(tree, isProduct, ["MemberExpression"], (node) =>
			memberOf(node) === "Math.random" ? "calls Math.random" : undefined,
		);
	},
	refuses: [{ "src/kernel/a.ts": "const a = Math.random();" }],
	accepts: [{ "src/kernel/a.ts": "const a = randomInt(6);" }],
};

const testsDoNotSleep: Rule = {
	name: "a test waits for what it needs, not for a length of time",
	mend: "Await the event, inject the clock, or poll a condition with vi.waitFor or what test/support has for it.",
	check(tree) {
		const applies = (path: string) => /\.test\.tsx?$/.test(path);
		const slept = inspect(tree, applies, ["NewExpression"], sleepingPromise);
		const imported = sourcesOf(tree)
			.filter(([path]) => applies(path))
			.flatMap(([path, text]) =>
				importsOf(parse(path, text))
					.filter(({ from }) => /^(node:)?timers\/promises$/.test(from))
					.map(({ start, from }) => ({
						path,
						line: lineAt(text, start),
						what: `imports ${from}`,
					})),
			);
		return [...slept, ...imported];
	},
	refuses: [
		{ "test/a.test.ts": "await new Promise((done) => setTimeout(done, 9));" },
		{
			"test/a.test.ts":
				"await new Promise((r) => { setTimeout(() => r(1), 9); });",
		},
		{ "test/a.test.ts": 'import { setTimeout } from "node:timers/promises";' },
	],
	accepts: [
		{
			"test/a.test.ts":
				"await new Promise((done, fail) => { setTimeout(() => fail(late), 9); a.once('b', done); });",
		},
		{ "test/a.test.ts": "await vi.waitFor(() => expect(a).toBe(1));" },
		{ "test/support/until.ts": "while (!holds()) await sleep(10);" },
	],
};

/** A promise that a timer alone resolves. A timer that rejects is a deadline and stands for no wait. */
function sleepingPromise(node: Node): string | undefined {
	if (nameOf(node.callee) !== "Promise") return undefined;
	const [executor] = node.arguments as Node[];
	const resolve = nameOf((executor?.params as Node[] | undefined)?.[0]);
	if (!executor || resolve === undefined) return undefined;
	const timers = nodesOf(executor, "CallExpression").filter(
		(call) => nameOf(call.callee) === "setTimeout",
	);
	const sleeps = timers.some((call) =>
		nodesOf(call, "Identifier").some((id) => nameOf(id) === resolve),
	);
	return sleeps ? "sleeps" : undefined;
}

export const callRules = [
	everyTestRuns,
	logsAreStructured,
	chanceIsCryptographic,
	testsDoNotSleep,
];
