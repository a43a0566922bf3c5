import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "./support/server.ts";
import {
	createTestDatabase,
	type TestDatabase,
} from "./support/test-database.ts";

let database: TestDatabase;
let server: TestServer;

/** A server that nobody has set up yet: it shares a database in which there is no account. */
beforeEach(async () => {
	database = await createTestDatabase();
	server = await startTestServer({
		sharing: { database, first: {} } as TestServer,
		limits: { failuresPerMinute: 10, failuresBurst: 5 },
	});
});
afterEach(async () => {
	await server.stop();
	await database.drop();
});

const owner = {
	email: "olive@provider.example",
	password: "Correct-horse-9",
	name: "Olive Owner",
};

const setUp = (body: unknown) => server.call("POST", "/api/setup", { body });
const status = async () => (await server.call("GET", "/api/instance")).json;

describe("the set-up of a new server on the NetBird wire", () => {
	it("makes a provider, its owner, and a token that expires if one was asked for", async () => {
		expect(await status()).toEqual({ setup_required: true });
		const made = await setUp({ ...owner, create_pat: true, pat_expire_in: 7 });
		expect(made.status, made.text).toBe(200);
		expect(await status()).toEqual({ setup_required: false });
		const { user_id, email, personal_access_token: token } = made.json;
		expect(email).toBe(owner.email);
		const tokens = await server.call("GET", `/api/users/${user_id}/tokens`, {
			token,
		});
		expect(tokens.json).toHaveLength(1);
		const days =
			(Date.parse(tokens.json[0].expiration_date) - Date.now()) / 86_400_000;
		expect(days).toBeGreaterThan(6.9);
		expect(days).toBeLessThan(7.1);
		const tenant = await server.call("POST", "/api/integrations/msp/tenants", {
			token,
			body: { name: "First" },
		});
		expect(tenant.json.status).toBe("active");
		expect(server.logLines.join("")).not.toContain(token);
	});

	it("makes no credential that nobody asked for", async () => {
		const made = await setUp(owner);
		expect(Object.keys(made.json)).toEqual(["user_id", "email"]);
		const again = await setUp(owner);
		expect(again.status).toBe(412);
		expect(again.json.message).toBe("setup already completed");
	});

	it("of two at once lets one through", async () => {
		const answers = await Promise.all([setUp(owner), setUp(owner)]);
		expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412]);
	});

	it.each([
		[{ ...owner, email: "nobody" }, 422],
		[{ ...owner, password: "weak" }, 422],
		[{ ...owner, name: "" }, 422],
		[{ ...owner, name: "\u0000" }, 422],
		[{ ...owner, create_pat: true, pat_expire_in: 366 }, 422],
		[{ ...owner, create_pat: "yes" }, 400],
		["{", 400],
	])("refuses %j and sets nothing up", async (body, expected) => {
		const answer = await setUp(body);
		expect(answer.status, answer.text).toBe(expected);
		expect(await status()).toEqual({ setup_required: true });
	});

	it("cannot be tried without end, and neither can the tokens of invitations", async () => {
		const guess = () => server.call("GET", "/api/users/invites/rvi_guess");
		for (let i = 0; i < 5; i++) expect((await guess()).status).toBe(404);
		const refused = await guess();
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
	});

	it("lets the owner of an account without tenants delete it", async () => {
		const made = await setUp({ ...owner, create_pat: true });
		const { personal_access_token: token } = made.json;
		const [account] = (await server.call("GET", "/api/accounts", { token }))
			.json;
		const gone = await server.call("DELETE", `/api/accounts/${account.id}`, {
			token,
		});
		expect(gone.status, gone.text).toBe(200);
		expect((await server.call("GET", "/api/accounts", { token })).status).toBe(
			401,
		);
	});
});
