import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	createClient,
	everyRow,
	type ReeveClient,
	ReeveProblem,
} from "../generated/client.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let client: ReeveClient;

beforeAll(async () => {
	server = await startTestServer();
	client = createClient({
		baseUrl: server.url,
		credential: server.first.token,
	});
});
afterAll(() => server.stop());

async function problemOf(work: Promise<unknown>): Promise<ReeveProblem> {
	const thrown = await work.then(
		() => undefined,
		(error: unknown) => error,
	);
	if (thrown instanceof ReeveProblem) return thrown;
	throw new Error("the call did not fail with a problem");
}

describe("the generated client", () => {
	it("makes, reads, changes and deletes by methods named after the operations", async () => {
		const made = await client.groups.create({ name: "Made by the client" });
		const read = await client.groups.get({ id: made.id });
		expect(read).toEqual(made);
		const changed = await client.groups.update(
			{ id: made.id, name: "Changed" },
			{ ifMatch: made.version, reason: "une raison à garder" },
		);
		expect(changed.name).toBe("Changed");
		expect(await client.groups.delete({ id: made.id })).toBeNull();
	});

	it("walks a list page after page, each row once", async () => {
		for (let i = 0; i < 7; i++)
			await client.groups.create({ name: `Paged ${i}` });
		const names: string[] = [];
		for await (const { name } of everyRow(client.groups.list, {
			limit: 2,
			search: "Paged",
		}))
			names.push(name);
		expect(names).toHaveLength(7);
		expect(new Set(names).size).toBe(7);
	});

	it("throws the server's problem, with the fields that are wrong", async () => {
		const problem = await problemOf(client.groups.create({ name: "" }));
		expect(problem.status).toBe(400);
		expect(problem.problem.errors?.[0]?.pointer).toBe("/name");
		expect(problem.requestId).toBeTruthy();
	});

	it("repeats a write safely under one key", async () => {
		const once = () =>
			client.groups.create({ name: "Once" }, { idempotencyKey: "client-once" });
		expect((await once()).id).toBe((await once()).id);
	});

	it("runs in the account that is named, for one call or for all", async () => {
		const problem = await problemOf(
			client.groups.list({}, { account: "999999999" }),
		);
		expect(problem.code).toBe("not_found");
		const elsewhere = createClient({
			baseUrl: server.url,
			credential: server.first.token,
			account: "999999999",
		});
		expect((await problemOf(elsewhere.groups.list())).code).toBe("not_found");
		const home = await elsewhere.groups.list(
			{},
			{ account: [server.first.accountId] },
		);
		expect(home.data.length).toBeGreaterThan(0);
	});

	it("makes a problem of an answer that is not the server's", async () => {
		const behindProxy = createClient({
			baseUrl: "",
			fetch: async () =>
				new Response("<h1>Bad Gateway</h1>", {
					status: 502,
					statusText: "Bad Gateway",
				}),
		});
		const problem = await problemOf(behindProxy.groups.list());
		expect(problem.status).toBe(502);
		expect(problem.message).toContain("502");
	});
});
