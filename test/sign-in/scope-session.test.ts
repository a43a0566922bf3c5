import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { isGrantable } from "../../src/kernel/operation.ts";
import { operations } from "../../src/modules/index.ts";
import { enrolmentOperations } from "../../src/modules/sessions/index.ts";
import { callOperation, exampleOf } from "../registry/call-operation.ts";
import { makeTenant } from "../support/people.ts";
import {
	personWithPassword,
	type SignedIn,
	signIn,
} from "../support/person.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

const own = operations.filter(({ scope }) => scope === "session");

let server: TestServer;
let owner: SignedIn;

beforeAll(async () => {
	server = await startTestServer({ kind: "standalone" });
	owner = await signIn(server);
});

afterAll(() => server?.stop());

/** What the sign-in page's own rules would make of a session: it may only enrol. */
async function restrict(session: SignedIn): Promise<void> {
	const { accountId } = server.first;
	const access = JSON.stringify({
		type: "operations",
		operations: enrolmentOperations,
	});
	await server.server.database.transaction([accountId], (tx) =>
		tx.query(sql`update credentials set access = ${access} where account_id = ${accountId}
			and id = (select credential_id from credential_secrets where public_id = ${session.token.slice(0, 16)})`),
	);
	server.server.gate.epochs.bump(accountId);
}

describe("what only a person who is signed in may call", () => {
	test("is refused to every key, however wide", async () => {
		expect(own.length).toBeGreaterThan(3);
		for (const operation of own) {
			const { status, json } = await callOperation(
				server,
				operation,
				exampleOf(operation),
				server.first.token,
			);
			expect([operation.id, status, json.reason]).toEqual([
				operation.id,
				403,
				"session_only",
			]);
		}
	});

	test("is offered to no key, and no list of permissions shows it", async () => {
		const { json } = await owner.call("GET", "/permissions");
		const shown = json.data.map(({ id }: { id: string }) => id);
		for (const operation of own) {
			expect(isGrantable(operation)).toBe(false);
			expect(shown).not.toContain(operation.id);
			const made = await owner.call("POST", "/keys", {
				kind: "api",
				name: "k",
				access: { type: "operations", operations: [operation.id] },
			});
			expect([operation.id, made.status]).toEqual([operation.id, 400]);
		}
		const module = await owner.call("POST", "/keys", {
			kind: "api",
			name: "k",
			access: { type: "modules", modules: { sign_in: "write" } },
		});
		expect(module.status).toBe(400);
		const roles = await owner.call("GET", "/roles");
		expect(roles.text).not.toContain("sign_in");
	});

	test("runs at home: another account is refused, not ignored", async () => {
		const { status, json } = await owner.call(
			"GET",
			"/sessions?account=899999",
		);
		expect([status, json.reason]).toEqual([400, "account"]);
		const home = await owner.call(
			"GET",
			`/sessions?account=${server.first.accountId}`,
		);
		expect(home.status).toBe(200);
	});

	test("shows in whoami of a session and not of a key", async () => {
		const session = await owner.call("GET", "/whoami");
		expect(session.json.operations).toContain("sessions.list");
		const key = await server.call("GET", "/api/v1/whoami", {
			token: server.first.token,
		});
		expect(key.json.operations).not.toContain("sessions.list");
	});
});

describe("keys and sessions keep apart", () => {
	test("keys never see sessions: not listed, read, changed, renewed or deleted", async () => {
		const listed = await owner.call("GET", "/sessions");
		const { id } = listed.json.data[0];
		const keys = await owner.call("GET", "/keys?limit=1000");
		const kinds = keys.json.data.map(({ kind }: { kind: string }) => kind);
		expect(kinds).not.toContain("session");
		for (const [method, path] of [
			["GET", `/keys/${id}`],
			["PATCH", `/keys/${id}`],
			["POST", `/keys/${id}/disable`],
			["POST", `/keys/${id}/enable`],
			["POST", `/keys/${id}/regenerate`],
			["DELETE", `/keys/${id}`],
			["GET", `/keys/${id}/usage`],
		] as const) {
			const { status } = await owner.call(method, path);
			expect([method, path, status]).toEqual([method, path, 404]);
		}
		expect((await owner.call("GET", "/whoami")).status).toBe(200);
	});

	test("promise O2: a person whose API access is off uses the console, and no key of theirs", async () => {
		const person = await personWithPassword(server, "operator");
		const session = await signIn(server, person);
		expect((await session.call("GET", "/devices")).status).toBe(200);
		const made = await session.call("POST", "/keys", {
			kind: "personal",
			name: "mine",
			access: { type: "all" },
		});
		expect(made.status, made.text).toBe(201);
		const used = await server.call("GET", "/api/v1/whoami", {
			token: made.json.token,
		});
		expect([used.status, used.json.reason]).toEqual([403, "api_access_off"]);
	});

	test("what a session does is in the log as its person's, from the console", async () => {
		const made = await owner.call("POST", "/groups", { name: "Logged" });
		const { json } = await owner.call(
			"GET",
			"/audit-events?operation=groups.create",
		);
		expect(json.data[0]).toMatchObject({
			surface: "console",
			actor: { id: server.first.ownerId },
			target: { id: made.json.id },
		});
	});
});

describe("a session that waits for its second factor", () => {
	test("calls what enrols one, and asks who it is; nothing else", async () => {
		const session = await signIn(server);
		await restrict(session);
		const state = await session.call("GET", "/sign-in");
		expect(state.json).toMatchObject({
			signed_in: true,
			needs: "second_factor_enrolment",
		});
		const listed = new Set(enrolmentOperations);
		for (const operation of operations) {
			if (operation.scope === "caller" || listed.has(operation.id)) continue;
			const input = { ...exampleOf(operation) };
			const path = operation.path.replaceAll(
				/\{([^}]+)\}/g,
				(_all, name: string) => String(input[name]),
			);
			const { status, json } = await session.call(operation.method, path);
			const machine = operation.scope === "machine";
			expect([operation.id, status, json?.reason]).toEqual([
				operation.id,
				403,
				machine ? json?.reason : "second_factor_required",
			]);
		}
		const who = await session.call("GET", "/whoami");
		expect(who.status).toBe(200);
		expect(
			who.json.operations.filter((id: string) => !listed.has(id)).sort(),
		).toEqual(
			operations
				.filter(({ scope }) => scope === "caller")
				.map(({ id }) => id)
				.sort(),
		);
		const password = await session.call(
			"POST",
			`/users/${server.first.ownerId}/change-password`,
			{ old_password: server.first.password, new_password: "Another-horse-8" },
		);
		expect(password.status).toBe(403);
	});
});

describe("tenants", () => {
	test("are entered by a session as by a key, and audited there as External", async () => {
		const provider = await startTestServer();
		try {
			const boss = await signIn(provider);
			// The owner has no second factor, which whoever reaches tenants needs.
			const off = { settings: { tenant_reach_mfa_enabled: false } };
			expect((await boss.call("PATCH", "/account", off)).status).toBe(200);
			const tenant = await makeTenant(provider, "Acme");
			const made = await boss.call("POST", `/groups?account=${tenant}`, {
				name: "From above",
			});
			expect(made.status, made.text).toBe(201);
			const { json } = await boss.call(
				"GET",
				`/audit-events?account=${tenant}&operation=groups.create`,
			);
			expect(json.data[0]).toMatchObject({
				external: true,
				surface: "console",
			});
			const foreign = await boss.call("GET", "/groups?account=899999");
			expect(foreign.status).toBe(404);
		} finally {
			await provider.stop();
		}
	});
});
