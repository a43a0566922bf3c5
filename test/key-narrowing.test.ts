import { describe, expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import { movableClock } from "./support/clock.ts";
import { keyCalls } from "./support/key-calls.ts";
import { startNativeApi } from "./support/native-api.ts";
import { makeTenant, tokenFor } from "./support/people.ts";

const clock = movableClock();
const api = await startNativeApi({ clock });
const { server, token: owner, call } = api;
const { make, works } = keyCalls(api);

describe("promise N11: narrowing and rotation", () => {
	test("promise N11: a key is narrowed to tenants, addresses and an explicit account", async () => {
		const inside = await makeTenant(server, "Inside");
		const outside = await makeTenant(server, "Outside");
		const key = await make({
			kind: "api",
			tenants: [inside],
			require_account: true,
		});
		const groups = (account?: string) =>
			call(
				"GET",
				`/groups${account ? `?account=${account}` : ""}`,
				undefined,
				key.json.token,
			);
		expect((await groups(inside)).status).toBe(200);
		expect((await groups(outside)).status).toBe(404);
		expect((await groups()).status).toBe(400);
		const elsewhere = await make({
			kind: "api",
			allowed_addresses: ["192.0.2.0/24"],
		});
		const refused = await call(
			"GET",
			"/groups",
			undefined,
			elsewhere.json.token,
		);
		expect([refused.status, refused.json.reason]).toEqual([
			403,
			"address_not_allowed",
		]);
		const at = `/keys/${elsewhere.json.id}`;
		await call("PATCH", at, { allowed_addresses: ["127.0.0.1", "::1"] });
		expect(await works(elsewhere.json.token)).toBe(200);
	});

	test("promise N11: a narrowed key makes only keys as narrow", async () => {
		const inside = await makeTenant(server, "N11 inside");
		const outside = await makeTenant(server, "N11 outside");
		const key = await make({ kind: "api", tenants: [inside] });
		const child = await make({ kind: "api" }, key.json.token);
		expect(child.json.tenants).toEqual([inside]);
		const wider = await make(
			{ kind: "api", tenants: [outside] },
			key.json.token,
		);
		expect([wider.status, wider.json.reason]).toEqual([
			403,
			"tenants_above_own",
		]);
		const free = await make({ kind: "api" });
		const renewed = await call(
			"POST",
			`/keys/${free.json.id}/regenerate`,
			{},
			key.json.token,
		);
		expect(renewed.json.reason).toBe("tenants_above_own");
	});

	test("every rule of narrowing is named with its field", async () => {
		const cases: [object, string][] = [
			[{ allowed_addresses: ["300.1.1.1"] }, "address"],
			[{ allowed_addresses: Array(11).fill("192.0.2.1") }, "maxItems"],
			[{ tenants: ["9999999"] }, "exists"],
			[{ expires_at: "2020-01-01T00:00:00Z" }, "future"],
			[{ expires_in_days: 3, expires_at: "2099-01-01T00:00:00Z" }, "one_of"],
			[{ opens: "umbrella_management" }, "kind"],
		];
		for (const [body, reason] of cases) {
			const answer = await make({ kind: "api", ...body });
			expect([answer.status, answer.json.reason]).toEqual([400, reason]);
		}
	});

	test("promise U4: a regenerated key has a new id and a new secret, and the old pair is dead at once", async () => {
		const made = await make({
			kind: "organization",
			opens: "umbrella_management",
		});
		const renewed = await call("POST", `/keys/${made.json.id}/regenerate`, {});
		expect(renewed.json.id).toBe(made.json.id);
		expect(renewed.json.key).not.toBe(made.json.key);
		expect(renewed.json.secret).not.toBe(made.json.secret);
		expect(await works(made.json.token)).toBe(401);
		expect(await works(renewed.json.token)).toBe(200);
	});

	test("promise N11: rotation with an overlap keeps the old secret until then, and no longer", async () => {
		const made = await make({ kind: "api" });
		const at = `/keys/${made.json.id}`;
		const renew = (days: number) =>
			call("POST", `${at}/regenerate`, {
				overlap_until: new Date(
					clock.nowMs() + days * 86_400_000,
				).toISOString(),
			});
		expect((await renew(7.1)).json.reason).toBe("overlap");
		expect((await renew(-1)).json.reason).toBe("future");
		const renewed = await renew(6);
		expect(renewed.json.overlap_until).not.toBeNull();
		expect(await works(made.json.token)).toBe(200);
		expect(await works(renewed.json.token)).toBe(200);
		clock.offsetMs += 6 * 86_400_000 + 1000;
		expect(await works(made.json.token)).toBe(401);
		expect(await works(renewed.json.token)).toBe(200);
		expect((await call("GET", at)).json).toMatchObject({
			key: renewed.json.key,
			overlap_until: null,
		});
		const third = await renew(1);
		expect(await works(made.json.token)).toBe(401);
		expect(await works(renewed.json.token)).toBe(200);
		expect(await works(third.json.token)).toBe(200);
	});

	test("a change of a key leaves one row with before and after, and stale versions are refused", async () => {
		const made = await make({ kind: "api", name: "Before" });
		const at = `/api/v1/keys/${made.json.id}`;
		const patch = (version: number) =>
			server.call("PATCH", at, {
				token: owner,
				body: { name: "After" },
				headers: { "if-match": `"${version}"` },
			});
		expect((await patch(9)).status).toBe(412);
		expect((await patch(1)).status).toBe(200);
		const rows = await server.server.database
			.reader([server.first.accountId])
			.query(
				sql`select before ->> 'name' as before, after ->> 'name' as after from audit_events where account_id = ${server.first.accountId} and operation = 'keys.update' and target_id = ${made.json.id}`,
			);
		expect(rows).toEqual([{ before: "Before", after: "After" }]);
	});

	test("a service token follows its user's block", async () => {
		const bot = await call("POST", "/users", {
			kind: "service",
			name: "Blocked",
			role: "auditor",
		});
		const token = await tokenFor(server, server.first.accountId, bot.json.id);
		expect(await works(token)).toBe(200);
		await call("PATCH", `/users/${bot.json.id}`, { blocked: true });
		expect(await works(token)).toBe(403);
	});
});
