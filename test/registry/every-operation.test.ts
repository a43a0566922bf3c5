import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyOperation } from "../../src/kernel/operation.ts";
import { operations } from "../../src/modules/index.ts";
import { callOperation, exampleOf, pathFields } from "./call-operation.ts";
import { openWorld, type World } from "./world.ts";

/** What holds for every operation there is; a new one is covered the day it is born. */

const RANDOM_ID = "899999999999";

let world: World;

beforeAll(async () => {
	world = await openWorld();
});

afterAll(() => world?.stop());

const guarded = operations.filter((operation) => operation.scope !== "caller");
/** What is about the caller alone runs at home. */
const placed = guarded.filter((operation) => operation.scope !== "session");
const addressed = operations.filter(
	(operation) => pathFields(operation).length > 0,
);

/** Walks all of them and names each that does not hold, with what it answered instead. */
async function exceptions(
	walked: readonly AnyOperation[],
	holds: (operation: AnyOperation) => Promise<string | undefined>,
): Promise<string[]> {
	const found: string[] = [];
	for (const operation of walked) {
		const wrong = await holds(operation);
		if (wrong !== undefined) found.push(`${operation.id}: ${wrong}`);
	}
	return found;
}

describe("every operation", () => {
	test("there are operations to walk", () => {
		expect(operations.length).toBeGreaterThan(100);
		expect(addressed.length).toBeGreaterThan(50);
	});

	test("without a credential is 401", async () => {
		const found = await exceptions(operations, async (operation) => {
			const { status } = await callOperation(
				world.server,
				operation,
				exampleOf(operation),
				undefined,
			);
			return status === 401 ? undefined : `${status}`;
		});
		expect(found).toEqual([]);
	});

	test("that the key does not open is 403", async () => {
		const token = await world.narrow({
			type: "operations",
			operations: ["whoami.get"],
		});
		const found = await exceptions(guarded, async (operation) => {
			const { status, json } = await callOperation(
				world.server,
				operation,
				exampleOf(operation),
				token,
			);
			const expected =
				operation.scope === "session" ? "session_only" : "key_access";
			return status === 403 && json.reason === expected
				? undefined
				: `${status} ${json?.reason}`;
		});
		expect(found).toEqual([]);
	});

	test("that the key opens but the role does not is 403", async () => {
		const token = await world.powerless();
		const found = await exceptions(guarded, async (operation) => {
			const { status } = await callOperation(
				world.server,
				operation,
				exampleOf(operation),
				token,
			);
			return status === 403 ? undefined : `${status}`;
		});
		expect(found).toEqual([]);
	});

	test("answers a foreign id with the very bytes it has for one that does not exist", async () => {
		const found = await exceptions(addressed, async (operation) => {
			const at = (id: string) => ({
				...exampleOf(operation),
				...Object.fromEntries(
					pathFields(operation).map((field) => [field, id]),
				),
			});
			const stranger =
				operation.scope === "session"
					? world.sessions.stranger
					: world.stranger;
			const unknown = await callOperation(
				world.server,
				operation,
				at(RANDOM_ID),
				stranger,
			);
			if (unknown.status !== 404 && !(operation.id in notAsked))
				return `${unknown.status} for an id that does not exist: ${unknown.text}`;
			// An operation with a small window of its own is asked only as often as that allows.
			const asked = world.objects.slice(
				0,
				(operation.perMinute ?? Number.POSITIVE_INFINITY) - 1,
			);
			for (const id of asked) {
				const foreign = await callOperation(
					world.server,
					operation,
					at(id),
					stranger,
				);
				if (foreign.status !== unknown.status || foreign.text !== unknown.text)
					return `${foreign.text} for ${id}, ${unknown.text} for one that does not exist`;
			}
			return undefined;
		});
		expect(found).toEqual([]);
	});

	test("in a foreign account is the 404 of an account that does not exist", async () => {
		const found = await exceptions(placed, async (operation) => {
			const foreign = await callOperation(
				world.server,
				operation,
				exampleOf(operation),
				world.stranger,
				world.tenantId,
			);
			const unknown = await callOperation(
				world.server,
				operation,
				exampleOf(operation),
				world.stranger,
				RANDOM_ID,
			);
			return foreign.status === 404 && foreign.text === unknown.text
				? undefined
				: `${foreign.status} ${foreign.text}, then ${unknown.text}`;
		});
		expect(found).toEqual([]);
	});

	test("is documented with its sentence, its permission and its limit", async () => {
		const { json } = await world.server.call("GET", "/openapi.json");
		const documented = Object.values(
			json.paths as Record<string, Record<string, Documented>>,
		).flatMap((methods) => Object.values(methods));
		const found = await exceptions(operations, async (operation) => {
			const entry = documented.find(
				({ operationId }) => operationId === operation.id,
			);
			const complete =
				entry !== undefined &&
				`${entry.summary}.` === operation.summary &&
				entry["x-reeve-permission"] === operation.id &&
				Number(entry["x-ratelimit"]?.limit) > 0;
			return complete ? undefined : "incomplete";
		});
		expect(found).toEqual([]);
	});
});

interface Documented {
	operationId: string;
	summary: string;
	"x-reeve-permission"?: string;
	"x-ratelimit"?: { limit: number };
}

/** Operations that refuse for another reason before the id is looked at. This list may only shrink. */
const notAsked: Record<string, string> = {
	"users.change_password": "whoever it names, only one's own is changed",
};
