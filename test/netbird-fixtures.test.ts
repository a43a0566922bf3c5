import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { netbird } from "../src/dialects/netbird/index.ts";
import { insertAccount } from "../src/modules/accounts/index.ts";
import { readExchanges, replay, uncovered } from "./support/http-fixtures.ts";
import { makePerson, makeTenant, tokenFor } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const folder = new URL("../src/dialects/netbird/fixtures", import.meta.url)
	.pathname;
const files = readExchanges(folder);
let server: TestServer;
const variables: Record<string, string> = {};

beforeAll(async () => {
	server = await startTestServer();
	const { token, accountId, ownerId, password } = server.first;
	const tenant = await makeTenant(server, "Recorded");
	Object.assign(variables, {
		token,
		provider: accountId,
		owner: ownerId,
		password,
		tenant,
		administrators: await administrators(),
		serviceToken: await serviceToken(),
		waiting: await waitingPerson(),
		waiting2: await waitingPerson(),
		proven: await provenTenant(),
		...(await standalone()),
		...(await peers(tenant)),
	});
});
afterAll(() => server.stop());

async function administrators(): Promise<string> {
	const groups = await server.call("GET", "/api/groups?name=Administrators", {
		token: server.first.token,
	});
	return groups.json[0].id;
}

async function serviceToken(): Promise<string> {
	const { token, accountId } = server.first;
	const made = await server.call("POST", "/api/users", {
		token,
		body: { name: "Robot", role: "admin", is_service_user: true },
	});
	const issued = await server.call(
		"POST",
		`/api/users/${made.json.id}/tokens`,
		{ token, body: { name: "robot", expires_in: 1 } },
	);
	expect(issued.status, accountId).toBe(200);
	return issued.json.plain_token;
}

/** Nobody signs in here, so that a user who waits is made by hand. */
async function waitingPerson(): Promise<string> {
	const { database } = server.server;
	const { accountId } = server.first;
	const person = await makePerson(server, { role: "user" });
	await database.transaction([accountId], (tx) =>
		tx.query(
			sql`update users set status = 'pending' where account_id = ${accountId} and id = ${person.id}`,
		),
	);
	return person.id;
}

/** No test asks the world's DNS: a tenant that was proven before is proven still. */
async function provenTenant(): Promise<string> {
	const { database } = server.server;
	const { accountId } = server.first;
	const id = await makeTenant(server, "Proven");
	await database.transaction([accountId, id], (tx) =>
		tx.query(
			sql`update accounts set domain = 'proven.example' where id = ${id}`,
		),
	);
	return id;
}

async function standalone() {
	const { database } = server.server;
	const account = await database.transaction([], (tx) =>
		insertAccount(tx, {
			kind: "standalone",
			name: "Solo",
			domain: "solo.example",
		}),
	);
	const [owner] = await database.transaction([account.id], (tx) =>
		tx.query<{
			id: string;
		}>(sql`insert into users (account_id, email, name, role, api_access)
			values (${account.id}, 'sam@solo.example', 'Sam', 'owner', true) returning id`),
	);
	const soloOwner = (owner as { id: string }).id;
	return {
		solo: account.id,
		soloOwner,
		soloToken: await tokenFor(server, account.id, soloOwner),
	};
}

async function peers(tenant: string) {
	const key = await server.call("POST", `/api/setup-keys?account=${tenant}`, {
		token: server.first.token,
		body: { name: "fleet", type: "reusable" },
	});
	const enrol = async (hostname: string): Promise<string> => {
		const made = await server.call("POST", "/api/v1/enroll", {
			headers: { authorization: `Token ${key.json.key}` },
			body: {
				hostname,
				os: "Linux",
				os_version: "12",
				agent_version: "0.31.0",
			},
		});
		expect(made.status, made.text).toBeLessThan(300);
		return made.json.id;
	};
	return { peer: await enrol("web-1"), peer2: await enrol("web-2") };
}

describe.each([...files])("recorded exchanges: %s", (_name, exchanges) => {
	it.each(exchanges.map((exchange) => [exchange.title, exchange] as const))(
		"%s",
		(_title, exchange) => replay(server.url, exchange, variables),
	);
});

/** Reached by tests of their own: a first set-up needs a server that has none, the rest never succeeds or never fails here. */
const elsewhere = [
	"POST /api/setup success",
	"GET /api/instance error",
	"DELETE /api/accounts/:accountId success",
	"POST /api/users/:userId/invite success",
];

describe("the document of the NetBird wire", () => {
	it("has recorded exchanges for every route, one that succeeds and one that does not", () => {
		const routes = [...netbird.routes, ...(netbird.openRoutes ?? [])];
		expect(uncovered(routes, [...files.values()].flat()).sort()).toEqual(
			elsewhere.toSorted(),
		);
	});

	it("promise O11: is valid OpenAPI 3.1", async () => {
		const { json } = await server.call("GET", "/openapi/netbird.json");
		const result = await new Validator().validate(json);
		expect(result.errors).toBeUndefined();
		expect(json.openapi).toBe("3.1.0");
		for (const { path } of netbird.routes)
			expect(json.paths).toHaveProperty([path.replaceAll(/:(\w+)/g, "{$1}")]);
	});
});
