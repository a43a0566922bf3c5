import { describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { startNativeApi } from "./support/native-api.ts";
import { addPerson, addRootAccount } from "./support/provider.ts";

const { server, call, made } = await startNativeApi();

async function query(accountId: string, statement: ReturnType<typeof sql>) {
	await server.server.database.transaction([accountId], (tx) =>
		tx.query(statement),
	);
}

const busy = await made("/tenants", { name: "Busy" });
const quiet = await made("/tenants", { name: "Quiet" });
const within = (path: string) => `${path}?account=${busy.id}`;
for (const [n, status] of [1, 2, 3, 3, 4, 5].entries()) {
	const device = await made(within("/devices"), {
		name: `d-${n}`,
		ip_address: `192.0.2.${n + 1}`,
	});
	await query(
		busy.id,
		sql`update devices set status = ${status} where account_id = ${busy.id} and id = ${device.id}`,
	);
}
const muted = await made(within("/devices"), {
	name: "muted",
	ip_address: "192.0.2.99",
	suppressed: true,
});
await query(
	busy.id,
	sql`update devices set status = 1 where account_id = ${busy.id} and id = ${muted.id}`,
);
const { key } = await made(within("/setup-keys"), {
	name: "roll-out",
	type: "reusable",
});
for (const hostname of ["pc-1", "pc-2"])
	await server.call("POST", "/api/v1/enroll", {
		token: key,
		body: { hostname },
	});
await query(
	busy.id,
	sql`update endpoints set status = 'Off' where account_id = ${busy.id} and name = 'pc-2'`,
);
await addPerson(server, busy.id, "operator");
await addPerson(server, busy.id, "operator", { kind: "service" });

const list = async (search: string, as?: string) =>
	(await call("GET", `/tenants?${search}`, undefined, as)).json.data;

describe("the list of tenants with counts", () => {
	it("tells devices, alarms without suppressed ones, endpoints, people and last activity of each", async () => {
		const [row] = await list("counts=true&name=Busy");
		expect(row.counts).toEqual({
			devices: 7,
			alarms: { critical: 1, trouble: 1, attention: 2, service_down: 1 },
			endpoints: 2,
			endpoints_online: 1,
			users: 1,
			last_activity_at: expect.stringMatching(/^\d{4}-.*Z$/),
		});
		const [still] = await list("counts=true&name=Quiet");
		expect(still.counts).toMatchObject({
			devices: 0,
			alarms: { critical: 0 },
			endpoints: 0,
			users: 0,
		});
		expect(quiet.name).toBe("Quiet");
	});

	it("answers none unless asked", async () => {
		const [row] = await list("name=Busy");
		expect(row).not.toHaveProperty("counts");
	});

	it("asks the database once for the figures of a whole page", async () => {
		const { database } = server.server;
		const reader = database.reader.bind(database);
		const texts: string[] = [];
		database.reader = (ids) => {
			const handle = reader(ids);
			return {
				query: (statement) => {
					texts.push(statement.text);
					return handle.query(statement);
				},
			};
		};
		try {
			expect((await list("counts=true")).length).toBeGreaterThan(1);
		} finally {
			database.reader = reader;
		}
		expect(
			texts.filter((text) => text.includes("from account_counts")),
		).toHaveLength(1);
		expect(texts.length).toBeLessThanOrEqual(3);
	});

	it("tells nothing of an account that has not joined", async () => {
		await addRootAccount(server, "standalone", {
			name: "Alone",
			domain: "alone.test",
		});
		const found = await made("/tenants", {
			name: "Alone",
			domain: "alone.test",
		});
		expect(found.status).toBe("existing");
		const [row] = await list("counts=true&name=Alone");
		expect(row.counts).toBeNull();
	});

	it("shows a narrowed credential its own tenants alone", async () => {
		const narrowed = await addPerson(server, server.first.accountId, "admin", {
			tenants: [busy.id],
		});
		const rows = await list("counts=true", narrowed.token);
		expect(rows.map(({ id }: { id: string }) => id)).toEqual([busy.id]);
	});

	it.each(["updated_at", "activated_at"])("sorts by %s", async (field) => {
		const down = (await list(`sort=-${field}`)).map(
			(row: Record<string, string>) => row[field] ?? "",
		);
		expect(down).toEqual([...down].sort().reverse());
	});
});
