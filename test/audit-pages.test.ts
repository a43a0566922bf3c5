import pg from "pg";
import { afterAll, describe, expect, it, vi } from "vitest";
import { signChains } from "../src/kernel/audit/sign-chains.ts";
import { newSigningKey } from "./audit/audit-scene.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson } from "./support/provider.ts";

const { server, accountId: home, call, made } = await startNativeApi();
const superuser = new pg.Client(server.database.superuser);
await superuser.connect();
afterAll(() => superuser.end());

const look = async (path: string, as?: string) => {
	const answer = await call("GET", path, undefined, as);
	expect(answer.status, answer.text).toBe(200);
	return answer.json;
};

/** A tenant with so many sealed events, and its id. */
async function tenantWithEvents(events: number): Promise<string> {
	const tenant = await made("/tenants", { name: `Tenant of ${events}` });
	for (let n = 1; n < events; n++)
		await made(`/groups?account=${tenant.id}`, { name: `g-${n}` });
	await sealed(tenant.id, events);
	return tenant.id;
}
const sealed = (id: string, events: number) =>
	vi.waitFor(
		async () =>
			expect((await look(`/audit-chain?account=${id}`)).sequence).toBe(events),
		{ timeout: 45_000, interval: 50 },
	);

/** What the database's owner does to an event of a tenant, at a place of its chain. */
async function tamper(id: string, sequence: number, change: string) {
	const { rows } = await superuser.query(
		"select event_id from audit_seals where account_id = $1 and sequence = $2",
		[id, sequence],
	);
	const eventId = rows[0].event_id as string;
	await superuser.query(`${change} where account_id = $1 and id = $2`, [
		id,
		eventId,
	]);
	return eventId;
}
const verify = (id: string, search = "") =>
	look(`/audit-chain/verify?account=${id}&${search}`);

describe("checking the chain through the API", () => {
	it("finds a chain that nobody touched in order, and tells the key that signed it", async () => {
		const id = await tenantWithEvents(4);
		const other = newSigningKey();
		const now = new Date();
		await signChains(server.server.database, [id], other, now);
		const found = await verify(id);
		expect(found).toMatchObject({
			account_id: id,
			from: 1,
			to: 4,
			head: 4,
			complete: true,
			ok: true,
			fault: null,
			faults: 0,
			unsealed: 0,
			checkpoint: {
				sequence: 4,
				key_id: other.public.id,
				own_key: false,
			},
		});
	});

	it("goes on from where it stopped until it has been through all of it", async () => {
		const id = await tenantWithEvents(7);
		const spans: [number, number, boolean][] = [];
		for (let from = 1; ; ) {
			const { to, complete, ok } = await verify(id, `from=${from}&limit=3`);
			expect(ok).toBe(true);
			spans.push([from, to, complete]);
			if (complete) break;
			from = to + 1;
		}
		expect(spans).toEqual([
			[1, 3, false],
			[4, 6, false],
			[7, 7, true],
		]);
		expect(await verify(id, "from=8")).toMatchObject({
			from: 8,
			to: 7,
			complete: true,
			ok: true,
		});
	});

	it("tells which event the owner of the database changed", async () => {
		const id = await tenantWithEvents(5);
		const event_id = await tamper(
			id,
			3,
			"update audit_events set target_name = 'nothing happened'",
		);
		const { ok, fault, faults } = await verify(id);
		expect({ ok, faults }).toEqual({ ok: false, faults: 1 });
		expect(fault).toMatchObject({ what: "changed", sequence: 3, event_id });
		expect((await verify(id, "from=1&limit=2")).ok).toBe(true);
		expect((await verify(id, "from=4")).ok).toBe(true);
	});

	it("tells which event is gone, and that a place is", async () => {
		const id = await tenantWithEvents(5);
		const event_id = await tamper(id, 2, "delete from audit_events");
		expect((await verify(id)).fault).toMatchObject({
			what: "missing",
			sequence: 2,
			event_id,
		});
		await superuser.query(
			"delete from audit_seals where account_id = $1 and sequence = 2",
			[id],
		);
		expect((await verify(id)).fault).toMatchObject({
			what: "order",
			sequence: 3,
		});
	});

	it("tells of an event that was put in without a place", async () => {
		const id = await tenantWithEvents(3);
		const { rows } = await superuser.query(
			`insert into audit_events (account_id, at, xid, actor_kind, surface, operation, outcome)
			select account_id, at - interval '1 hour', '3', actor_kind, surface, operation, outcome from audit_events where account_id = $1 limit 1 returning id`,
			[id],
		);
		expect((await verify(id)).fault).toMatchObject({
			what: "inserted",
			event_id: rows[0].id,
		});
	});

	it("tells that the end was cut off", async () => {
		const id = await tenantWithEvents(4);
		await superuser.query(
			"delete from audit_seals where account_id = $1 and sequence = 4",
			[id],
		);
		const found = await verify(id);
		expect(found).toMatchObject({
			ok: false,
			head: 3,
			fault: { what: "cut", sequence: 4 },
		});
	});

	it("tells that a signature is not over this chain", async () => {
		const id = await tenantWithEvents(3);
		await superuser.query(
			`insert into audit_checkpoints (account_id, sequence, hash, key_id, signature, at)
			values ($1, 2, '\\x00', 'ffffffffffffffff', '\\x00', now())`,
			[id],
		);
		expect((await verify(id)).fault).toMatchObject({
			what: "checkpoint",
			sequence: 2,
		});
	});
});

describe("what a filter of the log offers", () => {
	it("are the actors, operations and targets of the accounts in view, most active first", async () => {
		const id = await tenantWithEvents(3);
		const inside = await addPerson(server, id, "admin");
		await call("POST", `/groups?account=${id}`, { name: "own" }, inside.token);
		const found = await look(`/audit-facets?account=${id}`);
		expect(found.actors).toMatchObject([
			{
				id: server.first.ownerId,
				name: "Olive Owner",
				email: "owner@provider.test",
				external: true,
				account_id: home,
				events: 3,
			},
			{ id: inside.userId, external: false, account_id: id, events: 1 },
		]);
		expect(found.operations).toEqual([
			{ value: "groups.create", events: 3 },
			{ value: "tenants.create", events: 1 },
		]);
		expect(found.target_types).toEqual([
			{ value: "group", events: 3 },
			{ value: "tenant", events: 1 },
		]);
		const everywhere = await look("/audit-facets?account=*");
		expect(everywhere.actors[0]).toMatchObject({ name: "Olive Owner" });
		expect(everywhere.actors[0].events).toBeGreaterThan(3);
		const theirs = await look("/audit-facets", inside.token);
		expect(theirs.actors).toHaveLength(2);
	});
});
