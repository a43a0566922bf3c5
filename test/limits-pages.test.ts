import { describe, expect, it, vi } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson, type Person } from "./support/provider.ts";

const LIMIT = 5;
const HOUR_MS = 3_600_000;
const { server, accountId, call } = await startNativeApi({
	limits: { credentialPerMinute: 1, credentialBurst: LIMIT },
});

/** Budgets are small here, so every look is made with a token of its own. */
async function look(path: string, person?: Person) {
	const { token } = person ?? (await addPerson(server, accountId, "owner"));
	const answer = await call("GET", path, undefined, token);
	expect(answer.status, answer.text).toBe(200);
	return answer.json;
}

async function credentialOf({ userId }: Person): Promise<string> {
	const rows = await server.server.database
		.reader([accountId])
		.query<{ id: string }>(
			sql`select id from credentials where account_id = ${accountId} and user_id = ${userId}`,
		);
	return rows[0]?.id as string;
}

async function used(
	credentialId: string,
	rows: readonly [string, Date, number, number, number][],
	account = accountId,
) {
	await server.server.database.transaction([account], async (tx) => {
		for (const [operation, hour, calls, refusals, limited] of rows)
			await tx.query(sql`insert into credential_usage (account_id, credential_id, operation, hour, calls, refusals, limited)
				values (${account}, ${credentialId}, ${operation}, ${hour}, ${calls}, ${refusals}, ${limited})`);
	});
}

const thisHour = Math.floor(Date.now() / HOUR_MS);
const hoursAgo = (hours: number) => new Date((thisHour - hours) * HOUR_MS);

describe("calls that a limit turns away", () => {
	it("are counted apart from calls and refusals, after the answer", async () => {
		const busy = await addPerson(server, accountId, "operator");
		const id = await credentialOf(busy);
		const statuses: number[] = [];
		for (let n = 0; n < LIMIT + 3; n++)
			statuses.push(
				(await call("GET", "/devices", undefined, busy.token)).status,
			);
		expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
		await vi.waitFor(
			async () =>
				expect(await look(`/limits/history?credential_id=${id}`)).toMatchObject(
					{ calls: LIMIT, refusals: 0, limited: 3 },
				),
			{ timeout: 45_000, interval: 500 },
		);
	});
});

describe("the list of limits", () => {
	it("shows what is left of each budget without spending it, and what the last day turned away", async () => {
		const person = await addPerson(server, accountId, "operator");
		const id = await credentialOf(person);
		await call("GET", "/devices", undefined, person.token);
		await call("GET", "/devices", undefined, person.token);
		await used(id, [
			["devices.list", hoursAgo(2), 10, 1, 4],
			["devices.get", hoursAgo(5), 3, 0, 1],
			["devices.get", hoursAgo(30), 100, 100, 100],
		]);
		for (let twice = 0; twice < 2; twice++) {
			const { data } = await look(
				`/limits/credentials?user_id=${person.userId}`,
			);
			expect(data).toMatchObject([
				{
					id,
					name: "token",
					kind: "personal",
					status: "active",
					user: { id: person.userId },
					budgets: [{ name: "credential", limit: LIMIT, remaining: LIMIT - 2 }],
					last_day: { calls: 13, refusals: 1, limited: 5 },
				},
			]);
			expect(data[0]).not.toHaveProperty("access");
		}
	});

	it("keeps those that were turned away since a time", async () => {
		const person = await addPerson(server, accountId, "operator");
		const id = await credentialOf(person);
		await used(id, [["devices.list", hoursAgo(3), 0, 0, 1]]);
		const since = async (hours: number) =>
			(
				await look(
					`/limits/credentials?user_id=${person.userId}&limited_since=${hoursAgo(hours).toISOString()}`,
				)
			).data.length;
		expect([await since(4), await since(1)]).toEqual([1, 0]);
	});

	it("is as long as the list of keys for everybody who asks, page by page", async () => {
		const operator = await addPerson(server, accountId, "operator");
		const own = await look("/limits/credentials", operator);
		expect(own.data.map(({ id }: { id: string }) => id)).toEqual([
			await credentialOf(operator),
		]);
		const keys = await look("/keys?limit=1000");
		const first = await look(
			"/limits/credentials?limit=2&count=true&sort=name",
		);
		expect(first.data).toHaveLength(2);
		// One more owner looked since.
		expect(first.total).toBe(keys.data.length + 1);
		const next = await look(
			`/limits/credentials?limit=2&sort=name&cursor=${first.next}`,
		);
		expect(next.data[0].id).not.toBe(first.data[1].id);
	});
});

describe("the history of limits", () => {
	it("has every hour of the period, those without calls as zeros", async () => {
		const person = await addPerson(server, accountId, "operator");
		const id = await credentialOf(person);
		await used(id, [
			["devices.list", hoursAgo(3), 10, 1, 4],
			["devices.get", hoursAgo(3), 5, 0, 0],
			["devices.list", hoursAgo(1), 2, 0, 0],
		]);
		const period = `credential_id=${id}&from=${hoursAgo(4).toISOString()}&to=${hoursAgo(0).toISOString()}`;
		expect(await look(`/limits/history?${period}`)).toEqual({
			from: hoursAgo(4).toISOString(),
			to: hoursAgo(0).toISOString(),
			calls: 17,
			refusals: 1,
			limited: 4,
			hours: [
				{ hour: hoursAgo(4).toISOString(), calls: 0, refusals: 0, limited: 0 },
				{ hour: hoursAgo(3).toISOString(), calls: 15, refusals: 1, limited: 4 },
				{ hour: hoursAgo(2).toISOString(), calls: 0, refusals: 0, limited: 0 },
				{ hour: hoursAgo(1).toISOString(), calls: 2, refusals: 0, limited: 0 },
			],
		});
		const one = await look(`/limits/history?${period}&operation=devices.get`);
		expect(one).toMatchObject({ calls: 5, refusals: 0, limited: 0 });
		const week = await look(`/limits/history?credential_id=${id}`);
		expect(week.hours).toHaveLength(7 * 24 + 1);
		expect(week.hours.at(-1).hour).toBe(hoursAgo(0).toISOString());
	});

	it("adds up all accounts that the caller reads, and no others", async () => {
		const owner = await addPerson(server, accountId, "owner");
		const tenant = (
			await call("POST", "/tenants", { name: "Counted" }, owner.token)
		).json;
		const inside = await addPerson(server, tenant.id, "operator");
		const [row] = await server.server.database
			.reader([tenant.id])
			.query<{ id: string }>(sql`select id from credentials`);
		await used(
			row?.id as string,
			[["regions.list", hoursAgo(1), 7, 0, 2]],
			tenant.id,
		);
		const path = "/limits/history?operation=regions.list";
		expect(await look(`${path}&account=*`)).toMatchObject({ limited: 0 });
		const admins = (await look("/groups?name=Administrators&members=true"))
			.data[0];
		const reader = await addPerson(server, accountId, "owner");
		await call(
			"PATCH",
			`/groups/${admins.id}`,
			{ users: [...admins.users, reader.userId] },
			(await addPerson(server, accountId, "owner")).token,
		);
		expect(await look(`${path}&account=*`, reader)).toMatchObject({
			calls: 7,
			limited: 2,
		});
		expect(await look(path)).toMatchObject({ calls: 0 });
		const foreign = await call(
			"GET",
			`/limits/history?account=${tenant.id}&credential_id=1`,
			undefined,
			reader.token,
		);
		expect(foreign.status).toBe(404);
		expect(inside.userId).not.toBe(reader.userId);
	});

	it("refuses a period that is too long, or ends before it begins", async () => {
		for (const [from, to, rule] of [
			[hoursAgo(24 * 40), hoursAgo(0), "period"],
			[hoursAgo(1), hoursAgo(3), "after_from"],
		] as const) {
			const { token } = await addPerson(server, accountId, "owner");
			const answer = await call(
				"GET",
				`/limits/history?from=${from.toISOString()}&to=${to.toISOString()}`,
				undefined,
				token,
			);
			expect(answer.json).toMatchObject({ status: 400, errors: [{ rule }] });
		}
	});
});
