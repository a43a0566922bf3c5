import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../src/db/index.ts";
import { startDnsServer } from "./support/dns-server.ts";
import { startNativeApi } from "./support/native-api.ts";
import {
	addPerson,
	addRootAccount,
	eventsOf,
	type Person,
} from "./support/provider.ts";

const dns = await startDnsServer();
afterAll(() => dns.stop());
const {
	server,
	accountId: providerId,
	call,
} = await startNativeApi({ env: { REEVE_DNS_SERVERS: dns.address } });

describe("the proof of a domain", () => {
	it("is a TXT record of either name, however it is cut; until it is there the tenant stays pending", async () => {
		for (const [prefix, domain] of [
			["nb", "one.test"],
			["reeve", "two.test"],
		]) {
			const { json: tenant } = await call("POST", "/tenants", {
				name: "T",
				domain,
			});
			expect(tenant).toMatchObject({ status: "pending", activated_at: null });
			const path = `/tenants/${tenant.id}/verify-domain`;
			const challenge = { dns_challenge: tenant.dns_challenge };
			expect((await call("POST", path)).json).toEqual({
				verified: false,
				...challenge,
			});
			dns.records.set(`${domain}`, [
				["v=spf1 -all"],
				[`${prefix}-verification=wrong`],
			]);
			expect((await call("POST", path)).json.verified).toBe(false);
			expect((await call("GET", `/tenants/${tenant.id}`)).json.status).toBe(
				"pending",
			);
			dns.records.set(`${domain}`, [
				["v=spf1 -all"],
				[`${prefix}-verification=`, tenant.dns_challenge],
			]);
			expect((await call("POST", path)).json).toEqual({
				verified: true,
				...challenge,
			});
			expect((await call("GET", `/tenants/${tenant.id}`)).json).toMatchObject({
				status: "active",
				activated_at: expect.any(String),
			});
		}
	});

	it("is not taken for missing when name servers fail", async () => {
		const { json: tenant } = await call("POST", "/tenants", {
			name: "T",
			domain: "three.test",
		});
		dns.failure = 2;
		const answer = await call("POST", `/tenants/${tenant.id}/verify-domain`);
		dns.failure = undefined;
		expect(answer.status).toBe(503);
		expect(answer.headers.get("retry-after")).toBeTruthy();
	});

	it("is not asked for a tenant that has no domain", async () => {
		const { json: tenant } = await call("POST", "/tenants", { name: "T" });
		const answer = await call("POST", `/tenants/${tenant.id}/verify-domain`);
		expect(answer.json).toMatchObject({ status: 409, reason: "no_domain" });
	});
});

describe("an account that exists already", () => {
	let account: { id: string; owner: Person };
	const path = () => `/tenants/${account.id}`;
	const answerAs = (value: string, person = account.owner) =>
		call("POST", "/account/answer-invite", { value }, person.token);

	beforeAll(async () => {
		account = await addRootAccount(server, "standalone", {
			domain: "free.test",
		});
	});

	it("is noted under its domain, and nothing of it is seen or touched", async () => {
		const answer = await call("POST", "/tenants", {
			name: "Free",
			domain: "FREE.test",
		});
		expect(answer.status).toBe(201);
		expect(answer.json).toMatchObject({
			id: account.id,
			name: "Free",
			status: "existing",
			domain: "free.test",
			dns_challenge: "",
			groups: [{ role: "admin" }],
		});
		expect((await call("GET", `/groups?account=${account.id}`)).status).toBe(
			404,
		);
		expect((await call("POST", `${path()}/suspend`)).json.reason).toBe(
			"not_joined",
		);
		expect((await call("PATCH", path(), { seats: 9 })).json.reason).toBe(
			"not_joined",
		);
		expect((await call("PATCH", path(), { name: "Free Ltd" })).json.name).toBe(
			"Free Ltd",
		);
		expect(
			(await call("GET", "/tenants?status=existing")).json.data,
		).toHaveLength(1);
		expect(
			(await call("POST", "/tenants", { name: "Again", domain: "free.test" }))
				.json.reason,
		).toBe("tenant_exists");
		expect(await eventsOf(server, account.id, "tenants.create")).toEqual([]);
	});

	it("cannot answer before it is asked, and only its owner can", async () => {
		expect((await answerAs("accept")).status).toBe(404);
		const invited = await call("POST", `${path()}/invite`);
		expect(invited.json).toMatchObject({
			status: "invited",
			invited_at: expect.any(String),
		});
		expect((await call("POST", `${path()}/invite`)).json.reason).toBe(
			"not_existing",
		);
		const admin = await addPerson(server, account.id, "admin");
		expect((await answerAs("accept", admin)).json.reason).toBe("owner_only");
		const seen = await call(
			"GET",
			"/account/invitations",
			undefined,
			account.owner.token,
		);
		expect(seen.json.data).toMatchObject([
			{ provider_id: providerId, provider_name: "Provider" },
		]);
	});

	it("goes back to existing when it declines", async () => {
		expect((await answerAs("decline")).status).toBe(204);
		expect((await call("GET", path())).json).toMatchObject({
			status: "existing",
			invited_at: null,
		});
		expect((await answerAs("accept")).status).toBe(404);
	});

	it("becomes a tenant when it accepts: its owner an administrator, the granted people inside, other askers gone", async () => {
		const other = await addRootAccount(server, "provider");
		await call(
			"POST",
			"/tenants",
			{ name: "Theirs", domain: "free.test" },
			other.owner.token,
		);
		await call("POST", `${path()}/invite`);
		expect((await answerAs("accept")).status).toBe(204);
		expect((await call("GET", path())).json).toMatchObject({
			status: "active",
			name: "Free Ltd",
			is_trial: true,
		});
		expect((await call("GET", `/groups?account=${account.id}`)).status).toBe(
			200,
		);
		const whoami = await call("GET", "/whoami", undefined, account.owner.token);
		expect(whoami.json).toMatchObject({
			role: "admin",
			home: { kind: "tenant" },
		});
		expect(
			(await call("GET", "/tenants", undefined, other.owner.token)).json.data,
		).toEqual([]);
		for (const id of [providerId, account.id])
			expect(await eventsOf(server, id, "accounts.answer_invite")).toHaveLength(
				2,
			);
		expect((await answerAs("accept")).status).toBe(403);
	});

	it("answers a domain of another provider's tenant as it answers one's own provider's", async () => {
		const other = await addRootAccount(server, "provider", {
			domain: "rival.test",
		});
		const theirs = await call(
			"POST",
			"/tenants",
			{ name: "x", domain: "free.test" },
			other.owner.token,
		);
		const rival = await call("POST", "/tenants", {
			name: "x",
			domain: "rival.test",
		});
		expect(theirs.json).toMatchObject({ status: 409, reason: "domain_taken" });
		expect(theirs.json.detail).toBe(rival.json.detail);
		expect(theirs.text).not.toContain(account.id);
	});
});

describe("letting a tenant go", () => {
	it("gives it an owner of its own people and ends everything the provider holds in it", async () => {
		const { json: tenant } = await call("POST", "/tenants", {
			name: "Leaving",
			domain: "leaving.test",
		});
		const next = await addPerson(server, tenant.id, "user");
		const former = await addPerson(server, tenant.id, "owner");
		const robot = await addPerson(server, tenant.id, "admin", {
			kind: "service",
		});
		await server.server.database.transaction([tenant.id], async (tx) => {
			await tx.query(
				sql`update credentials set created_by = ${server.first.ownerId} where account_id = ${tenant.id} and user_id = ${robot.userId}`,
			);
		});
		expect((await call("GET", "/groups", undefined, robot.token)).status).toBe(
			200,
		);
		const unlink = (owner: string) =>
			call("POST", `/tenants/${tenant.id}/unlink`, { owner });
		for (const owner of [robot.userId, server.first.ownerId, "1"])
			expect((await unlink(owner)).json).toMatchObject({
				status: 400,
				errors: [{ pointer: "/owner", rule: "exists" }],
			});
		expect((await unlink(next.userId)).status).toBe(204);
		expect((await call("GET", `/tenants/${tenant.id}`)).status).toBe(404);
		expect((await call("GET", `/groups?account=${tenant.id}`)).status).toBe(
			404,
		);
		expect((await call("GET", "/groups", undefined, robot.token)).status).toBe(
			401,
		);
		expect(
			(await call("GET", "/whoami", undefined, next.token)).json,
		).toMatchObject({ role: "owner", home: { kind: "standalone" } });
		expect(
			(await call("GET", "/whoami", undefined, former.token)).json.role,
		).toBe("admin");
		expect(
			(await call("GET", "/grants")).json.data.filter(
				({ tenant_id }: { tenant_id: string }) => tenant_id === tenant.id,
			),
		).toEqual([]);
		for (const id of [providerId, tenant.id])
			expect(
				(await eventsOf(server, id, "tenants.unlink")).at(-1),
			).toMatchObject({ after: { disabled: { credentials: 1 } } });
	});

	it("withdraws an invitation, with the grants that waited for it", async () => {
		const { id } = await addRootAccount(server, "standalone", {
			domain: "shy.test",
		});
		await call("POST", "/tenants", { name: "Shy", domain: "shy.test" });
		expect((await call("DELETE", `/tenants/${id}`)).status).toBe(204);
		expect((await call("GET", `/tenants/${id}`)).status).toBe(404);
		expect((await call("GET", `/grants?tenant_id=${id}`)).json.data).toEqual(
			[],
		);
	});
});
