import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { issueCredential } from "../src/modules/keys/index.ts";
import { type RedisServer, redisServer } from "./support/redis-server.ts";
import { requireBinary } from "./support/requires.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

/** The published bound of a revocation on another node. */
const BOUND_MS = 1000;

let one: TestServer;
let two: TestServer;

beforeAll(async () => {
	one = await startTestServer();
	two = await startTestServer({ sharing: one });
});

afterAll(async () => {
	await two?.stop();
	await one?.stop();
});

async function newToken(): Promise<{ id: string; token: string }> {
	const { accountId, ownerId } = one.first;
	return one.server.database.transaction([accountId], (tx) =>
		issueCredential(tx, one.server.resources.pepper, {
			accountId,
			kind: "personal",
			name: "short-lived",
			userId: ownerId,
			access: { type: "all" },
		}),
	);
}

async function untilRefused(
	server: TestServer,
	token: string,
): Promise<number> {
	const begun = performance.now();
	for (;;) {
		const { status } = await server.call("GET", "/api/v1/groups", { token });
		if (status === 401) return performance.now() - begun;
		if (performance.now() - begun > 5 * BOUND_MS)
			return Number.POSITIVE_INFINITY;
	}
}

describe("two servers on one Postgres", () => {
	test("a key revoked on one is refused there at once, and by the other within a second", async () => {
		const { id, token } = await newToken();
		for (const server of [one, two])
			expect(
				(await server.call("GET", "/api/v1/groups", { token })).status,
			).toBe(200);
		expect(
			(
				await one.call("DELETE", `/api/v1/keys/${id}`, {
					token: one.first.token,
				})
			).status,
		).toBe(204);
		expect((await one.call("GET", "/api/v1/groups", { token })).status).toBe(
			401,
		);
		expect(await untilRefused(two, token)).toBeLessThan(BOUND_MS);
	});

	test("the bound holds while the other is under load", async () => {
		let loaded = true;
		const load = Array.from({ length: 32 }, async () => {
			while (loaded)
				await two.call("GET", "/api/v1/groups?limit=1000", {
					token: two.first.token,
				});
		});
		for (let round = 0; round < 5; round++) {
			const { id, token } = await newToken();
			expect((await two.call("GET", "/api/v1/groups", { token })).status).toBe(
				200,
			);
			expect(
				(
					await one.call("DELETE", `/api/v1/keys/${id}`, {
						token: one.first.token,
					})
				).status,
			).toBe(204);
			expect(await untilRefused(two, token)).toBeLessThan(BOUND_MS);
		}
		loaded = false;
		await Promise.all(load);
	});

	test("a server that cannot hear of revocations trusts nothing it remembers", async () => {
		const { id, token } = await newToken();
		expect((await two.call("GET", "/api/v1/groups", { token })).status).toBe(
			200,
		);
		const deaf = deafen(two);
		await one.server.database.transaction([one.first.accountId], (tx) =>
			tx.query(
				sql`delete from credentials where account_id = ${one.first.accountId} and id = ${id}`,
			),
		);
		await deaf;
		expect(await untilRefused(two, token)).toBeLessThan(BOUND_MS);
	});

	test("what one writes the other reads", async () => {
		const made = await one.call("POST", "/api/v1/groups", {
			token: one.first.token,
			body: { name: "shared" },
		});
		expect(
			(
				await two.call("GET", `/api/v1/groups/${made.json.id}`, {
					token: two.first.token,
				})
			).json,
		).toEqual(made.json);
	});
});

/** Cuts the connection on which a server listens, from the database's side. Resolves when it is cut. */
async function deafen(server: TestServer): Promise<void> {
	const { default: pg } = await import("pg");
	const admin = new pg.Client(server.database.superuser);
	await admin.connect();
	await admin.query(
		"select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query in ('listen reeve_revoked', 'select 1')",
	);
	await admin.end();
}

const binary = requireBinary("redis-server");

describe.skipIf(!binary)("two servers on one Redis", () => {
	let redis: RedisServer;
	let three: TestServer;
	let four: TestServer;
	const limits = { credentialPerMinute: 60, credentialBurst: 40 };

	beforeAll(async () => {
		redis = await redisServer(binary as string);
		await redis.start();
		const env = { REDIS_URL: redis.url };
		three = await startTestServer({ env, limits });
		four = await startTestServer({ env, limits, sharing: three });
	});

	afterAll(async () => {
		await four?.stop();
		await three?.stop();
		await redis?.dispose();
	});

	test("a token has one budget over both", async () => {
		const token = three.first.token;
		const begun = performance.now();
		const statuses: number[] = [];
		for (let n = 0; n < 30; n++)
			for (const server of [three, four])
				statuses.push(
					(await server.call("GET", "/api/v1/groups", { token })).status,
				);
		const refilled = Math.ceil((performance.now() - begun) / 1000);
		const passed = statuses.filter((status) => status === 200).length;
		expect(passed).toBeGreaterThanOrEqual(limits.credentialBurst);
		expect(passed).toBeLessThanOrEqual(limits.credentialBurst + refilled);
		expect(statuses.at(-1)).toBe(429);
	});
});
