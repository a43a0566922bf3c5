import { isTest, type Rule, type Tree } from "./tree.ts";

const GUIDE = "docs/operations.md";
const VARIABLE = /\b(REEVE_[A-Z][A-Z_]*|[A-Z]+(?:_[A-Z]+)*_URL)\b/g;

function variablesIn(text: string): Set<string> {
	return new Set(text.match(VARIABLE));
}

/** Every variable that the server's own sources name. */
function readByServer(tree: Tree): Set<string> {
	const sources = [...tree].filter(
		([path]) => /^src\/.*\.ts$/.test(path) && !isTest(path),
	);
	return variablesIn(sources.map(([, text]) => text).join("\n"));
}

const settingsAreDescribed: Rule = {
	name: "the guide describes every environment variable, and no other",
	mend: `Write in ${GUIDE} what it means and what it is when unset.`,
	check(tree) {
		const guide = tree.get(GUIDE);
		if (guide === undefined) return [];
		const described = variablesIn(guide);
		const read = readByServer(tree);
		const missing = [...read].filter((name) => !described.has(name));
		const gone = [...described].filter((name) => !read.has(name));
		return [
			...missing.map((name) => ({ path: GUIDE, what: `lacks ${name}` })),
			...gone.map((name) => ({
				path: GUIDE,
				what: `describes ${name}, which nothing reads`,
			})),
		];
	},
	refuses: [
		{ [GUIDE]: "", "src/config.ts": "env.REEVE_PORT" },
		{ [GUIDE]: "`REEVE_PORT`", "src/config.ts": "" },
		{ [GUIDE]: "`REEVE_PORT`", "src/config.ts": "REEVE_PORT, REDIS_URL" },
	],
	accepts: [
		{
			[GUIDE]: "`REEVE_PORT` `REDIS_URL`",
			"src/config.ts": 'env.REEVE_PORT; given("REDIS_URL")',
			"src/a.test.ts": "env.REEVE_REQUIRE_ALL",
		},
	],
};

export const settingRules = [settingsAreDescribed];
