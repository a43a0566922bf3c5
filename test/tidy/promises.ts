import { isTest, type Rule, type Tree } from "./tree.ts";

const LIST = "docs/promises.md";

/** The numbers of the promises that the tests of a tree name, `promises U1 and U2: …` both. Samples of rules are no tests. */
function namedIn(tree: Tree): Set<string> {
	const texts = [...tree].filter(
		([path]) => isTest(path) && !path.startsWith("test/tidy"),
	);
	return new Set(
		texts.flatMap(([, text]) =>
			[...text.matchAll(/promises? ((?:[A-Z]\d+[, and]*)+)/g)].flatMap(
				(match) => match[1]?.match(/[A-Z]\d+/g) ?? [],
			),
		),
	);
}

const promisesAreKept: Rule = {
	name: "every promise is named by a test",
	mend: "Write the test that would fail if the promise were broken, and name it so: `promise U6: …`.",
	check(tree) {
		const named = namedIn(tree);
		const text = tree.get(LIST) ?? "";
		const given = [...text.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)];
		return given
			.map((match) => match[1] as string)
			.filter((number) => !named.has(number))
			.map((number) => ({ path: LIST, what: `${number} has no test` }));
	},
	refuses: [
		{ [LIST]: "- **U1** A thing.\n" },
		{ [LIST]: "- **U1** A thing.\n", "src/a.ts": "// promise U1" },
		{
			[LIST]: "- **U1** A thing.\n",
			"test/a.test.ts": 'test("promise U12: a", b);',
		},
	],
	accepts: [
		{
			[LIST]: "- **U1** A thing.\n- **U2** Another.\n",
			"test/a.test.ts": 'test("promises U1 and U2: a", b);',
		},
		{
			[LIST]: "- **U1** A thing.\n",
			"src/a.test.ts": 'test("promise U1: a", b);',
		},
	],
};

export const promiseRules = [promisesAreKept];
