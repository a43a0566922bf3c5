import { generateKeyPairSync } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { checkpointIsGenuine } from "../src/kernel/audit/checkpoint.ts";
import { Sealer } from "../src/kernel/audit/sealer.ts";
import { parseSigningKey } from "../src/kernel/audit/signing-key.ts";
import { verifyingKey } from "../src/kernel/audit/verifying-key.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

let server: TestServer;
let token: string;

const list = async (query = "") =>
	(await server.call("GET", `/api/v1/audit-events${query}`, { token })).json;

beforeAll(async () => {
	server = await startTestServer();
	({ token } = server.first);
	for (let i = 1; i <= 5; i++)
		await server.call("POST", "/api/v1/groups", {
			token,
			body: { name: `Group ${i}` },
			headers: { "reeve-reason": i === 3 ? "Ticket 4711" : "" },
		});
	const [group] = (
		await server.call("GET", "/api/v1/groups?search=Group%201", { token })
	).json.data;
	await server.call("DELETE", `/api/v1/groups/${group.id}`, { token });
	await server.call("GET", "/api/v1/groups?account=999", { token });
	await server.server.gate.refusals.flush();
});
afterAll(() => server.stop());

const names = (page: { data: { target: { name: string } }[] }) =>
	page.data.map(({ target }) => target.name);

describe("the audit log", () => {
	it("is listed newest first, with who did what from where", async () => {
		const { data } = await list("?outcome=done");
		expect(data).toHaveLength(6);
		expect(data[0]).toMatchObject({
			operation: "groups.delete",
			target: { type: "group", name: "Group 1" },
			before: { name: "Group 1" },
			after: null,
			external: false,
			actor: {
				kind: "user",
				name: "Olive Owner",
				account_id: server.first.accountId,
			},
			surface: "rest",
		});
		expect(data[1]).toMatchObject({
			operation: "groups.create",
			target: { name: "Group 5" },
			before: null,
		});
		const times = data.map(({ at }: { at: string }) => at);
		expect(times).toEqual([...times].sort().reverse());
	});

	it("is read in pages whose cursors new events do not disturb", async () => {
		const first = await list("?outcome=done&limit=2");
		await server.call("POST", "/api/v1/groups", {
			token,
			body: { name: "Later" },
		});
		const second = await list(`?outcome=done&limit=2&cursor=${first.next}`);
		const third = await list(`?outcome=done&limit=2&cursor=${second.next}`);
		expect([first, second, third].flatMap(names)).toEqual([
			"Group 1",
			"Group 5",
			"Group 4",
			"Group 3",
			"Group 2",
			"Group 1",
		]);
		expect(third.has_more).toBe(false);
	});

	it("is filtered by what happened, to what, by whom and when", async () => {
		const { data } = await list();
		const created = data.find(
			({ target }: { target: { name: string } }) => target.name === "Group 3",
		);
		const { actor, target, credential_id, at, request_id } = created;
		const counts: [string, number][] = [
			["operation=groups.delete", 1],
			["target_type=group&operation=groups.create", 6],
			[`target_id=${target.id}`, 1],
			[`actor_id=${actor.id}&outcome=done`, 7],
			["actor_id=1", 0],
			[`credential_id=${credential_id}&operation=groups.delete`, 1],
			["outcome=refused", 1],
			["external=true", 0],
			["external=false&outcome=refused", 1],
			["search=ticket%204711", 1],
			[`request_id=${request_id}`, 1],
			[`to=${at}&operation=groups.create`, 2],
			[`from=${at}&operation=groups.create`, 4],
			["surface=umbrella", 0],
		];
		for (const [query, count] of counts)
			expect([query, (await list(`?${query}`)).data.length]).toEqual([
				query,
				count,
			]);
		expect(created.reason).toBe("Ticket 4711");
	});

	it("gives one event by its id, and none by a foreign one", async () => {
		const [event] = (await list("?limit=1")).data;
		const get = (id: string) =>
			server.call("GET", `/api/v1/audit-events/${id}`, { token });
		const { sequence: _, ...unsealed } = event;
		expect((await get(event.id)).json).toMatchObject(unsealed);
		expect((await get("1")).status).toBe(404);
	});

	it("shows each event's place in the chain, and a signature that verifies", async () => {
		const { database, resources } = server.server;
		const { privateKey } = generateKeyPairSync("ed25519");
		const key = parseSigningKey(
			privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
		);
		const sealer = new Sealer({ database, key, clock: resources.clock });
		// Another sealer may be at work on this database; then it is asked again.
		while ((await sealer.seal()).gaveWay);
		await sealer.sign();
		const { data } = await list();
		const sequences = data.map(
			({ sequence }: { sequence: number }) => sequence,
		);
		expect([...sequences].sort((a, b) => a - b)).toEqual(
			data.map((_: unknown, index: number) => index + 1),
		);
		const { json } = await server.call("GET", "/api/v1/audit-chain", { token });
		expect(json).toMatchObject({
			account_id: server.first.accountId,
			sequence: data.length,
			checkpoint: { sequence: data.length, hash: json.hash },
		});
		const checkpoint = { account_id: json.account_id, ...json.checkpoint };
		const [stored] = await database
			.reader([])
			.query<{ public_key: Buffer }>(
				sql`select public_key from audit_keys where key_id = ${checkpoint.key_id}`,
			);
		const signer = verifyingKey(stored?.public_key ?? Buffer.alloc(0));
		expect(checkpointIsGenuine(checkpoint, signer)).toBe(true);
	});
});
