import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import {
	type IdentityProvider,
	startIdentityProvider,
} from "../support/identity-provider.ts";
import { personWithPassword, signIn } from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const CONFIGURATION = "/.well-known/openid-configuration";

let server: TestServer;
let idp: IdentityProvider;

beforeAll(async () => {
	server = await startTestServer();
	idp = await startIdentityProvider([]);
});

afterAll(async () => {
	await idp?.stop();
	await server?.stop();
});

/** Transactions that are open and wait for their client. */
async function waiting(): Promise<number> {
	const [row] = await server.server.database
		.reader([])
		.query<{ count: number }>(
			sql`select count(*)::integer as count from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
		);
	return row?.count ?? -1;
}

const save = (headers: Record<string, string> = {}) =>
	server.call("PUT", "/api/v1/identity-provider", {
		token: server.first.token,
		headers,
		body: {
			name: "Example Login",
			issuer: idp.issuer,
			client_id: idp.clientId,
			client_secret: idp.clientSecret,
			domains: ["provider.test"],
		},
	});

test("no transaction is open while an issuer is asked", async () => {
	let counted: number | undefined;
	idp.instead.set(CONFIGURATION, async (body) => {
		counted = await waiting();
		return body;
	});
	const saved = await save();
	idp.instead.clear();
	expect(saved.status, saved.text).toBe(200);
	expect(counted).toBe(0);
});

test("what is answered already asks no issuer again", async () => {
	const headers = { "idempotency-key": "once" };
	const first = await save(headers);
	expect(first.status, first.text).toBe(200);
	const asked = idp.asked.get(CONFIGURATION);
	const again = await save(headers);
	expect([again.status, again.json]).toEqual([200, first.json]);
	expect(idp.asked.get(CONFIGURATION)).toBe(asked);
});

test("no row is locked while a password is checked", async () => {
	const person = await personWithPassword(server, "auditor");
	const who = await signIn(server, person);
	const { accountId, id } = person;
	await server.server.database.transaction([accountId], async (tx) => {
		await tx.query(
			sql`select 1 as one from users where account_id = ${accountId} and id = ${id} for update`,
		);
		const wrong = await who.call("POST", `/users/${id}/change-password`, {
			old_password: "not-the-Passw0rd",
			new_password: "Another-horse-8",
		});
		expect([wrong.status, wrong.json.errors[0].pointer]).toEqual([
			400,
			"/old_password",
		]);
	});
});

test("of two changes of a password at once one is made", async () => {
	const person = await personWithPassword(server, "auditor");
	const browsers = [await signIn(server, person), await signIn(server, person)];
	const answers = await Promise.all(
		browsers.map((who, index) =>
			who.call("POST", `/users/${person.id}/change-password`, {
				old_password: person.password,
				new_password: `Another-horse-${index}`,
			}),
		),
	);
	const done = answers.filter(({ status }) => status === 204);
	expect(done).toHaveLength(1);
});
