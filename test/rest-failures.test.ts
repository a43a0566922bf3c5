import Fastify, { type FastifyInstance } from "fastify";
import Type from "typebox";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { Gate } from "../src/kernel/gate/gate.ts";
import {
	type AnyOperation,
	Id,
	object,
	operation,
	ReeveError,
} from "../src/kernel/index.ts";
import { memoryLimiter } from "../src/kernel/limits/memory-limiter.ts";
import { Registry } from "../src/kernel/registry.ts";
import { registerRest } from "../src/surfaces/rest/index.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

/** Operations that fail in every way there is, behind the gate of a real server. */
const failures: Record<string, () => never> = {
	bug: () => {
		throw new TypeError("secret_column does not exist at select 1");
	},
	away: () => {
		throw Object.assign(new Error("connect to 10.1.2.3"), {
			code: "ECONNREFUSED",
		});
	},
	wait: () => {
		throw new ReeveError("too_many_requests", "Wait.", { retryAfterMs: 1500 });
	},
};

function failing(name: string, fail: () => never): AnyOperation {
	return operation({
		id: `failures.${name}`,
		module: "limits",
		access: "read",
		scope: "account",
		method: "GET",
		path: `/failures/${name}`,
		summary: "Fails.",
		input: object({}),
		output: object({}),
		example: { input: {}, output: {} },
		handler: async () => fail(),
	});
}

const things = [
	operation({
		id: "things.list",
		module: "limits",
		access: "read",
		scope: "account",
		method: "GET",
		path: "/things",
		summary: "Lists things.",
		perMinute: 2,
		input: object({ tags: Type.Optional(Type.Array(Type.Integer())) }),
		output: object({ tags: Type.Array(Type.Integer()) }),
		example: { input: {}, output: { tags: [] } },
		handler: async (_ctx, { tags = [] }) => ({ tags }),
	}),
	operation({
		id: "things.poke",
		module: "limits",
		access: "write",
		scope: "machine",
		method: "POST",
		path: "/things/{id}/poke",
		summary: "Pokes a thing.",
		input: object({ id: Id, hard: Type.Boolean() }),
		output: Type.Null(),
		audit: { target: "thing" },
		example: { input: { id: "1", hard: true }, output: null },
		handler: async () => null,
	}),
	operation({
		id: "things.touch",
		module: "limits",
		access: "write",
		scope: "account",
		method: "POST",
		path: "/things/{id}/touch",
		summary: "Touches a thing.",
		input: object({ id: Id }),
		output: object({ id: Id }),
		audit: { target: "thing" },
		example: { input: { id: "1" }, output: { id: "1" } },
		handler: async (_ctx, { id }) => ({ id }),
	}),
];

let server: TestServer;
let app: FastifyInstance;
const logged: { error: unknown; requestId: string }[] = [];

beforeAll(async () => {
	server = await startTestServer();
	const { resources, gate } = server.server;
	const operations = [
		...things,
		...Object.entries(failures).map(([name, fail]) => failing(name, fail)),
	];
	const own = new Gate({
		database: resources.database,
		resources: {
			...resources,
			publicUrl: server.url,
			registry: new Registry(operations),
		},
		epochs: gate.epochs,
		limiter: memoryLimiter(),
		fresh: () => true,
		sessionAccess: async () => ({ type: "all" }),
		onError: (error) => logged.push({ error, requestId: "" }),
	});
	app = Fastify();
	registerRest(app, own, {
		onError: (error, requestId) => logged.push({ error, requestId }),
	});
});
afterAll(async () => {
	await app.close();
	await server.stop();
});

async function ask(
	url: string,
	{ method = "GET", body }: { method?: "GET" | "POST"; body?: string } = {},
) {
	return app.inject({
		method,
		url: `/api/v1${url}`,
		headers: {
			authorization: `Token ${server.first.token}`,
			"content-type": "application/json",
		},
		...(body === undefined ? {} : { payload: body }),
	});
}

describe("failures of the server itself", () => {
	it("answers a defect with 500 and no detail, which goes to the log under the request's id", async () => {
		const answer = await ask("/failures/bug");
		expect(answer.statusCode).toBe(500);
		expect(answer.json()).toEqual({
			type: "urn:reeve:problem:internal",
			title: "Internal error",
			status: 500,
			detail: "The server could not process this.",
			code: "internal",
		});
		const entry = logged.find(
			({ requestId }) => requestId === answer.headers["x-request-id"],
		);
		expect(entry?.error).toBeInstanceOf(TypeError);
	});

	it("answers 503 and when to come back while the database is away, and not where it is", async () => {
		const answer = await ask("/failures/away");
		expect(answer.statusCode).toBe(503);
		expect(answer.headers["retry-after"]).toBe("1");
		expect(answer.body).not.toContain("10.1.2.3");
	});

	it("rounds Retry-After up to whole seconds", async () => {
		const answer = await ask("/failures/wait");
		expect(answer.statusCode).toBe(429);
		expect(answer.headers["retry-after"]).toBe("2");
	});
});

describe("order of the stages", () => {
	it("tells a caller without permission 403, however wrong the input", async () => {
		for (const body of ["{broken", "[]", '{"colour":1}', "{}"]) {
			const answer = await ask("/things/1/poke", { method: "POST", body });
			expect(answer.statusCode).toBe(403);
			expect(answer.json().code).toBe("forbidden");
		}
	});

	it("takes a list from a repeated query field, and from one", async () => {
		expect((await ask("/things?tags=1&tags=2")).json()).toEqual({
			tags: [1, 2],
		});
		expect((await ask("/things?tags=3")).json()).toEqual({ tags: [3] });
	});

	it("refuses past an operation's own limit with 429 and says how long to wait", async () => {
		const answer = await ask("/things");
		expect(answer.statusCode).toBe(429);
		expect(answer.headers["ratelimit-policy"]).toContain(
			'"operation";q=2;w=60',
		);
		expect(Number(answer.headers["retry-after"])).toBeGreaterThanOrEqual(1);
		expect(answer.headers["reeve-account"]).toBe(server.first.accountId);
	});

	it("never lets a condition on something without versions hold", async () => {
		const answer = await app.inject({
			method: "POST",
			url: "/api/v1/things/1/touch",
			headers: {
				authorization: `Token ${server.first.token}`,
				"if-match": '"1"',
			},
		});
		expect(answer.statusCode).toBe(412);
	});
});

it("keeps the reason a caller gives with the audit row, in any script", async () => {
	const reason = "смена владельца";
	const answer = await app.inject({
		method: "POST",
		url: "/api/v1/things/7/touch",
		headers: {
			authorization: `Token ${server.first.token}`,
			"reeve-reason": Buffer.from(reason).toString("latin1"),
		},
	});
	expect(answer.statusCode).toBe(200);
	const rows = await readAudit();
	expect(rows).toContainEqual({ operation: "things.touch", reason });
});

async function readAudit() {
	return server.server.database
		.reader([server.first.accountId])
		.query(
			sql`select operation, reason from audit_events where operation = 'things.touch'`,
		);
}
