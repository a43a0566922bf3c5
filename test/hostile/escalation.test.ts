import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../../src/db/index.ts";
import { insertUser } from "../../src/modules/users/index.ts";
import { makePerson, makeTenant, type Person } from "../support/people.ts";
import { addPerson } from "../support/provider.ts";
import { startTestServer, type TestServer } from "../support/server.ts";

/** A provider with two tenants and a person of each kind who wants more than they have. */
let server: TestServer;
let owner: string;
let inside: string;
let outside: string;
let networkAdmin: Person;
let admin: Person;
let tenantAdmin: { userId: string; token: string };
/** A group of the provider that reaches both tenants. */
let group: string;

const call = (
	token: string,
	method: string,
	path: string,
	body?: unknown,
	headers?: Record<string, string>,
) =>
	server.call(method, `/api/v1${path}`, {
		token,
		body,
		...(headers ? { headers } : {}),
	});

beforeAll(async () => {
	server = await startTestServer();
	owner = server.first.token;
	inside = await makeTenant(server, "Inside");
	outside = await makeTenant(server, "Outside");
	networkAdmin = await makePerson(server, { role: "network_admin" });
	admin = await makePerson(server, { role: "admin" });
	tenantAdmin = await addPerson(server, inside, "admin");
	const made = await call(owner, "POST", "/groups", { name: "Reaches" });
	group = made.json.id;
	for (const tenant_id of [inside, outside])
		await call(owner, "POST", "/grants", {
			group_id: group,
			tenant_id,
			role: "admin",
		});
});
afterAll(() => server.stop());

/** Each attempt is refused, and for the reason that was meant. */
async function expectRefused(
	token: string,
	attempts: readonly (readonly [string, string, unknown, number, string?])[],
) {
	for (const [method, path, body, status, reason] of attempts) {
		const answer = await call(token, method, path, body);
		const said = `${method} ${path} ${JSON.stringify(body)}: ${answer.text}`;
		expect(answer.status, said).toBe(status);
		if (reason) expect(answer.json.reason, said).toBe(reason);
	}
}

async function narrowed(fields: object): Promise<string> {
	const made = await call(owner, "POST", "/keys", {
		kind: "api",
		name: "Narrow",
		...fields,
	});
	expect(made.status, made.text).toBe(201);
	return made.json.token;
}

describe("nobody gives themselves more than they have", () => {
	test("a network administrator enters no tenant through groups, grants, users, invitations or keys", async () => {
		const me = networkAdmin.id;
		const administrators = (
			await call(owner, "GET", "/groups?search=Administrators")
		).json.data[0].id;
		await expectRefused(networkAdmin.token, [
			["PATCH", `/groups/${group}`, { users: [me] }, 403, "permission_group"],
			[
				"PATCH",
				`/groups/${administrators}`,
				{ users: [me] },
				403,
				"permission_group",
			],
			[
				"POST",
				"/grants",
				{ group_id: group, tenant_id: inside, role: "admin" },
				403,
				"role",
			],
			["PATCH", `/users/${me}`, { role: "admin" }, 403, "role"],
			["PATCH", `/users/${me}`, { groups: [group] }, 403, "role"],
			[
				"POST",
				"/user-invites",
				{ email: "x@x.test", name: "X", role: "admin" },
				403,
				"role",
			],
			[
				"POST",
				"/users",
				{ kind: "service", name: "robot", role: "admin" },
				403,
				"role",
			],
			[
				"POST",
				"/keys",
				{ kind: "organization", name: "o", opens: "umbrella_management" },
				403,
				"administrator_only",
			],
			[
				"POST",
				"/keys",
				{
					kind: "api",
					name: "k",
					access: { type: "operations", operations: ["grants.create"] },
				},
				403,
				"access_above_own",
			],
			[
				"POST",
				"/keys",
				{ kind: "api", name: "k", user_id: admin.id },
				403,
				"token_of_another_user",
			],
			["POST", `/users/${me}/transfer-ownership`, {}, 403],
		]);
		const entered = await call(
			networkAdmin.token,
			"GET",
			`/groups?account=${inside}`,
		);
		expect(entered.status).toBe(404);
	});

	test("an administrator neither takes the ownership nor becomes the owner by another's invitation", async () => {
		const fresh = await makeTenant(server, "Fresh");
		const boss = await addPerson(server, fresh, "owner");
		const bossInvite = await call(
			admin.token,
			"POST",
			`/user-invites?account=${fresh}`,
			{
				email: "second@owner.test",
				name: "Second",
				role: "owner",
			},
		);
		expect([bossInvite.status, bossInvite.json.reason]).toEqual([
			403,
			"role_above_own",
		]);
		await expectRefused(admin.token, [
			["PATCH", `/users/${admin.id}`, { role: "owner" }, 403, "own_role"],
			["POST", `/users/${admin.id}/transfer-ownership`, {}, 403, "owner_only"],
			[
				"PATCH",
				`/users/${networkAdmin.id}`,
				{ role: "owner" },
				403,
				"owner_only",
			],
			[
				"PATCH",
				`/users/${boss.userId}?account=${fresh}`,
				{ role: "admin" },
				403,
				"owner_protected",
			],
			[
				"DELETE",
				`/users/${boss.userId}?account=${fresh}`,
				undefined,
				403,
				"owner_protected",
			],
		]);
	});

	test("whoever may not make an owner renews or withdraws no owner's invitation", async () => {
		const account = await accountWithInvitedOwner();
		const low = await addPerson(server, account, "admin");
		const list = await call(low.token, "GET", "/user-invites");
		const invite = list.json.data[0];
		expect(invite.role).toBe("owner");
		await expectRefused(low.token, [
			[
				"POST",
				`/user-invites/${invite.id}/regenerate`,
				{},
				403,
				"role_above_own",
			],
			[
				"DELETE",
				`/user-invites/${invite.id}`,
				undefined,
				403,
				"owner_protected",
			],
		]);
	});
});

/** A tenant whose owner was invited by somebody who may, and has not come yet. */
async function accountWithInvitedOwner(): Promise<string> {
	const account = await makeTenant(server, "Awaits its owner");
	const { database, resources } = server.server;
	const email = `awaited-${account}@owner.test`;
	await database.transaction([account], async (tx) => {
		const id = await insertUser(tx, {
			accountId: account,
			kind: "human",
			email,
			name: "Awaited",
			role: "owner",
			status: "invited",
		});
		await tx.query(sql`insert into user_invites (account_id, user_id, token_hash, expires_at, created_by_name)
			values (${account}, ${id}, ${resources.pepper.hash("x")}, ${new Date(Date.now() + 86_400_000)}, 'Sales')`);
	});
	return account;
}

describe("a narrowed credential makes nothing wider than itself", () => {
	test("neither keys, nor its own bounds, nor people who reach what it does not", async () => {
		const held = await narrowed({
			allowed_addresses: ["127.0.0.0/8"],
			require_account: true,
		});
		const home = `?account=${server.first.accountId}`;
		const own = (await call(held, "GET", "/whoami")).json.credential.id;
		const free = (
			await call(owner, "POST", "/keys", { kind: "api", name: "Free" })
		).json.id;
		await expectRefused(held, [
			["GET", "/groups", undefined, 400],
			[
				"POST",
				`/keys${home}`,
				{ kind: "api", name: "k", allowed_addresses: [] },
				403,
				"addresses_above_own",
			],
			[
				"POST",
				`/keys${home}`,
				{ kind: "api", name: "k", allowed_addresses: ["0.0.0.0/0"] },
				403,
				"addresses_above_own",
			],
			[
				"POST",
				`/keys${home}`,
				{ kind: "api", name: "k", allowed_addresses: ["127.0.0.1", "::1"] },
				403,
				"addresses_above_own",
			],
			[
				"POST",
				`/keys${home}`,
				{ kind: "api", name: "k", require_account: false },
				403,
				"require_account_above_own",
			],
			[
				"PATCH",
				`/keys/${own}${home}`,
				{ allowed_addresses: [] },
				403,
				"addresses_above_own",
			],
			[
				"PATCH",
				`/keys/${own}${home}`,
				{ require_account: false },
				403,
				"require_account_above_own",
			],
			[
				"POST",
				`/keys/${free}/regenerate${home}`,
				{},
				403,
				"addresses_above_own",
			],
		]);
		const child = await call(held, "POST", `/keys${home}`, {
			kind: "api",
			name: "child",
		});
		expect(child.json.allowed_addresses).toEqual(["127.0.0.0/8"]);
		expect(child.json.require_account).toBe(true);
		const smaller = await call(held, "POST", `/keys${home}`, {
			kind: "api",
			name: "smaller",
			allowed_addresses: ["127.0.0.1", "127.16.0.0/12"],
		});
		expect(smaller.status, smaller.text).toBe(201);
	});

	test("a key for some tenants lets nobody into the others", async () => {
		const held = await narrowed({ tenants: [inside] });
		const administrators = (
			await call(owner, "GET", "/groups?search=Administrators")
		).json.data[0].id;
		const made = await call(owner, "POST", "/user-invites", {
			email: "waiting@people.test",
			name: "Waiting",
			role: "user",
			groups: [group],
		});
		await expectRefused(held, [
			[
				"POST",
				"/users",
				{
					email: "new@people.test",
					name: "N",
					role: "admin",
					password: "Correct-horse-9",
				},
				403,
				"key_tenants",
			],
			[
				"POST",
				"/users",
				{ email: "new@people.test", name: "N", role: "user", groups: [group] },
				403,
				"key_tenants",
			],
			[
				"POST",
				"/user-invites",
				{ email: "new@people.test", name: "N", role: "admin" },
				403,
				"key_tenants",
			],
			[
				"POST",
				`/user-invites/${made.json.id}/regenerate`,
				{},
				403,
				"key_tenants",
			],
			[
				"PATCH",
				`/users/${networkAdmin.id}`,
				{ role: "admin" },
				403,
				"key_tenants",
			],
			[
				"PATCH",
				`/users/${networkAdmin.id}`,
				{ role: "owner" },
				403,
				"key_tenants",
			],
			[
				"PATCH",
				`/users/${networkAdmin.id}`,
				{ groups: [group] },
				403,
				"key_tenants",
			],
			[
				"PATCH",
				`/groups/${group}`,
				{ users: [networkAdmin.id] },
				403,
				"key_tenants",
			],
			[
				"PATCH",
				`/groups/${administrators}`,
				{ users: [networkAdmin.id] },
				403,
				"key_tenants",
			],
			[
				"POST",
				"/grants",
				{ group_id: group, tenant_id: outside, role: "admin" },
				400,
				"exists",
			],
		]);
	});

	test("a key for some tenants does not find the others, and makes none", async () => {
		const held = await narrowed({ tenants: [inside] });
		await expectRefused(held, [
			["GET", `/groups?account=${outside}`, undefined, 404],
			["GET", `/groups?account=${inside},${outside}`, undefined, 404],
			["POST", "/tenants", { name: "Mine" }, 403, "key_tenants"],
			["DELETE", `/tenants/${outside}`, undefined, 404],
		]);
		const everywhere = await call(held, "GET", "/groups?account=*&limit=1000");
		const accounts = new Set(
			everywhere.json.data.map((one: { account_id: string }) => one.account_id),
		);
		expect(accounts).not.toContain(outside);
	});

	test("an administrator of a tenant makes nothing for the provider", async () => {
		const { token } = tenantAdmin;
		const provider = server.first.accountId;
		await expectRefused(token, [
			[
				"POST",
				`/keys?account=${provider}`,
				{ kind: "organization", name: "k", opens: "umbrella_management" },
				404,
			],
			["POST", "/keys", { kind: "api", name: "k", user_id: admin.id }, 404],
			[
				"POST",
				"/keys",
				{ kind: "api", name: "k", tenants: [outside] },
				400,
				"provider",
			],
			[
				"POST",
				"/grants",
				{ group_id: group, tenant_id: inside, role: "admin" },
				403,
				"not_a_provider",
			],
			["GET", "/tenants", undefined, 403, "not_a_provider"],
			[
				"POST",
				"/account/answer-invite",
				{ value: "accept" },
				403,
				"owner_only",
			],
		]);
	});
});
