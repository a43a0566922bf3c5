import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { umbrella } from "../src/dialects/umbrella/index.ts";
import {
	type Exchange,
	readExchanges,
	replay,
	uncovered,
	type Variables,
} from "./support/http-fixtures.ts";
import {
	basic,
	startUmbrellaScene,
	type UmbrellaScene,
} from "./support/umbrella-scene.ts";

const files = readExchanges(
	fileURLToPath(new URL("../src/dialects/umbrella/fixtures", import.meta.url)),
);
let scene: UmbrellaScene;

beforeAll(async () => {
	scene = await startUmbrellaScene();
});
afterAll(() => scene.stop());

describe.each([...files])("the exchanges of %s", (_name, exchanges) => {
	const variables: Variables = {};

	test.each(
		exchanges.map((exchange): [string, Exchange] => [exchange.title, exchange]),
	)("%s", async (_title, exchange) => {
		const { key } = scene.server.first;
		const { msp, org, verified, foreign, deviceId, server } = scene;
		Object.assign(variables, {
			basic: basic(key.id, key.secret),
			...{ msp, org, verified, foreign, deviceId },
		});
		await replay(server.url, exchange, variables);
	});
});

test("every route has a recorded success and a recorded error", () => {
	expect(uncovered(umbrella.routes, [...files.values()].flat())).toEqual([]);
});
