import { expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { insertAccount } from "../src/modules/accounts/index.ts";
import { startNativeApi } from "./support/native-api.ts";

const { server, call } = await startNativeApi();
const tenantId = await tenantOfAdministrators();

/** A tenant that the provider's permission group Administrators may enter as administrators. */
async function tenantOfAdministrators(): Promise<string> {
	const { accountId } = server.first;
	return server.server.database.transaction([accountId], async (tx) => {
		const tenant = await insertAccount(tx, {
			kind: "tenant",
			parentId: accountId,
			name: "Tenant",
		});
		await tx.query(sql`insert into grants (account_id, group_id, tenant_id, role)
			select ${accountId}::bigint, id, ${tenant.id}::bigint, 'admin' from groups
			where account_id = ${accountId} and built_in = 'administrators'`);
		return tenant.id;
	});
}

async function madeInTenant(noun: string, body: object) {
	const answer = await call("POST", `/${noun}?account=${tenantId}`, body);
	expect(answer.status, answer.text).toBe(201);
	expect(answer.headers.get("reeve-account")).toBe(tenantId);
	return answer.json;
}

/** One of each noun, in the order in which they need each other. */
async function makeAll(): Promise<Record<string, { id: string }>> {
	const group = await madeInTenant("groups", { name: "Servers" });
	const network = await madeInTenant("networks", { name: "Office" });
	const region = await madeInTenant("regions", { name: "North" });
	const probe = await madeInTenant("probes", {
		name: "probe-1",
		region_id: region.id,
	});
	return {
		networks: network,
		regions: region,
		probes: probe,
		"network-resources": await madeInTenant("network-resources", {
			network_id: network.id,
			name: "Files",
			address: "10.0.0.0/24",
			groups: [group.id],
		}),
		"network-routers": await madeInTenant("network-routers", {
			network_id: network.id,
			groups: [group.id],
		}),
		policies: await madeInTenant("policies", {
			name: "Web",
			rules: [
				{
					action: "accept",
					protocol: "tcp",
					ports: [443],
					sources: [group.id],
					destinations: [group.id],
				},
			],
		}),
		"registered-networks": await madeInTenant("registered-networks", {
			name: "Office",
			ip_address: "203.0.113.1",
			prefix_length: 32,
			is_dynamic: false,
			status: "OPEN",
		}),
		"dns-policies": await madeInTenant("dns-policies", { name: "Guests" }),
		devices: await madeInTenant("devices", { name: "switch-1" }),
	};
}

it("promise N7: networks, policies, devices and probes are made and read in a tenant with the provider's token", async () => {
	const made = await makeAll();
	for (const [noun, { id }] of Object.entries(made)) {
		const there = await call("GET", `/${noun}/${id}?account=${tenantId}`);
		expect(there.status, noun).toBe(200);
		const here = await call("GET", `/${noun}/${id}`);
		expect(here.status, noun).toBe(404);
		const home = await call("GET", `/${noun}`);
		expect(home.text, noun).not.toContain(`"id":"${id}"`);
		const everywhere = await call("GET", `/${noun}?account=*`);
		expect(everywhere.text, noun).toContain(`"id":"${id}"`);
		expect(await actorAccountsOf(id), noun).toEqual([server.first.accountId]);
	}
	await deleteAll(made);
});

/** Where the actors of what is told of an object in the tenant's own log are at home. */
async function actorAccountsOf(id: string): Promise<string[]> {
	const rows = await server.server.database.reader([tenantId]).query<{
		actor_account_id: string;
	}>(
		sql`select actor_account_id from audit_events where account_id = ${tenantId} and target_id = ${id}`,
	);
	return rows.map((row) => row.actor_account_id);
}

async function deleteAll(made: Record<string, { id: string }>) {
	for (const noun of [
		"policies",
		"network-routers",
		"network-resources",
		"networks",
		"registered-networks",
		"dns-policies",
		"devices",
		"probes",
		"regions",
	]) {
		const path = `/${noun}/${made[noun]?.id}`;
		const foreign = await call("DELETE", path);
		expect(foreign.status, noun).toBe(404);
		const gone = await call("DELETE", `${path}?account=${tenantId}`);
		expect(gone.status, `${noun} ${gone.text}`).toBe(204);
	}
}
