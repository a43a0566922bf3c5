import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { opmanager } from "../src/dialects/opmanager/index.ts";
import {
	type Exchange,
	readExchanges,
	replay,
	uncovered,
	type Variables,
} from "./support/http-fixtures.ts";
import {
	type OpManagerScene,
	startOpManagerScene,
} from "./support/opmanager-scene.ts";

const files = readExchanges(
	fileURLToPath(new URL("../src/dialects/opmanager/fixtures", import.meta.url)),
);
let scene: OpManagerScene;

beforeAll(async () => {
	scene = await startOpManagerScene();
});
afterAll(() => scene.stop());

describe.each([...files])("the exchanges of %s", (_name, exchanges) => {
	const variables: Variables = {};

	test.each(
		exchanges.map((exchange): [string, Exchange] => [exchange.title, exchange]),
	)("%s", async (_title, exchange) => {
		const { server, key, acme, globex, foreign, region, probe } = scene;
		const probeId = probe.wireId;
		Object.assign(variables, { key, acme, globex, foreign, region, probeId });
		await replay(server.url, exchange, variables);
	});
});

test("every route has a recorded success and a recorded error", () => {
	expect(uncovered(opmanager.routes, [...files.values()].flat())).toEqual([]);
});
