import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Walk } from "./support/network-policy-walk.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer();
});
afterAll(() => server.stop());

/** Choices are numbers that the walk reduces to what there is at the time, so that any history can be shortened. */
const choice = fc.nat({ max: 1000 });
const step = fc.oneof(
	fc.record({
		do: fc.constant("createNetwork" as const),
		name: fc.string({ maxLength: 12 }),
	}),
	fc.record({
		do: fc.constant("renameNetwork" as const),
		which: choice,
		name: fc.string({ maxLength: 12 }),
	}),
	fc.record({ do: fc.constant("deleteNetwork" as const), which: choice }),
	fc.record({
		do: fc.constant("createResource" as const),
		which: choice,
		name: choice,
		groups: fc.array(choice, { maxLength: 3 }),
	}),
	fc.record({
		do: fc.constant("regroupResource" as const),
		which: choice,
		name: choice,
		groups: fc.array(choice, { maxLength: 3 }),
	}),
	fc.record({ do: fc.constant("deleteResource" as const), which: choice }),
	fc.record({
		do: fc.constant("createPolicy" as const),
		rules: fc.array(fc.array(choice, { maxLength: 3 }), {
			minLength: 1,
			maxLength: 3,
		}),
	}),
	fc.record({
		do: fc.constant("replaceRules" as const),
		which: choice,
		keep: fc.array(choice, { maxLength: 3 }),
		rules: fc.array(fc.array(choice, { maxLength: 3 }), { maxLength: 2 }),
	}),
	fc.record({ do: fc.constant("deletePolicy" as const), which: choice }),
	fc.record({ do: fc.constant("deleteGroup" as const), which: choice }),
);

it("networks and policies stay what a plain model says through random histories", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(step, { minLength: 5, maxLength: 40 }),
			async (steps) => {
				const walk = await Walk.start(server);
				for (const next of steps) await walk.apply(next);
				expect(await walk.stored()).toEqual(walk.expected());
				await walk.clear();
			},
		),
		{ numRuns: 25 },
	);
});
