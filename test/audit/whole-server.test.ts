import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { verifyExport } from "../../src/kernel/audit/verify-export.ts";
import { startTestServer, type TestServer } from "../support/server.ts";
import { exportLines } from "./audit-scene.ts";

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer();
});
afterAll(() => server.stop());

async function report() {
	const { database } = server.server;
	const lines = await exportLines(database, server.first.accountId);
	return verifyExport(
		(async function* () {
			yield* lines;
		})(),
	);
}

test("a change and a refusal made through the server are sealed within a second", async () => {
	const { token } = server.first;
	const before = (await report()).last ?? 0;
	const created = await server.call("POST", "/api/v1/groups", {
		token,
		body: { name: "Sealed" },
	});
	expect(created.status).toBe(201);
	const foreign = await server.call("GET", "/api/v1/groups?account=999", {
		token,
	});
	expect(foreign.status).toBe(404);
	const startedMs = performance.now();
	await vi.waitFor(async () => expect((await report()).last).toBe(before + 2), {
		timeout: 45_000,
		interval: 20,
	});
	expect(performance.now() - startedMs).toBeLessThan(1000);
	expect(await report()).toMatchObject({ sound: true });
});
