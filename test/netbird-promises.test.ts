import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Clock } from "../src/kernel/clock.ts";
import { defaultLimits } from "../src/kernel/limit-settings.ts";
import { makePerson, makeTenant, type Person } from "./support/people.ts";
import { requireBinary } from "./support/requires.ts";
import { startTestServer, type TestServer } from "./support/server.ts";

const run = promisify(execFile);
const curl = requireBinary("curl");
const jq = requireBinary("jq");
const script = new URL("../docs/examples/onboard-tenant.sh", import.meta.url)
	.pathname;

let server: TestServer;
let tenant: string;
let other: string;
let token: string;

beforeAll(async () => {
	server = await startTestServer();
	token = server.first.token;
	tenant = await makeTenant(server, "First tenant");
	other = await makeTenant(server, "Second tenant");
});
afterAll(() => server.stop());

function call(method: string, path: string, body?: unknown, by = token) {
	return server.call(method, path, { token: by, body });
}

async function names(path: string, by = token): Promise<string[]> {
	const { json } = await call("GET", path, undefined, by);
	return json.map(({ name }: { name: string }) => name);
}

describe("?account= on the NetBird wire", () => {
	it("promise N1: runs a call inside the tenant, and without it in the provider's own account", async () => {
		await call("POST", `/api/groups?account=${tenant}`, { name: "there" });
		await call("POST", "/api/groups", { name: "here" });
		expect(await names(`/api/groups?account=${tenant}`)).toEqual([
			"All",
			"there",
		]);
		expect(await names("/api/groups")).toContain("here");
		expect(await names("/api/groups")).not.toContain("there");
	});

	it("promise N1: has no effect on a standalone account, whatever it says", async () => {
		const alone = await startTestServer({ kind: "standalone" });
		for (const account of ["999999999", "", "x", "1&account=2", "*"]) {
			const answer = await alone.call("GET", `/api/groups?account=${account}`, {
				token: alone.first.token,
			});
			expect(answer.status).toBe(200);
			expect(answer.headers.get("reeve-account")).toBe(alone.first.accountId);
		}
		await alone.stop();
	});

	it.each([
		["a foreign or unknown", "999999999", 404],
		["an empty", "", 400],
		["a repeated", "1&account=2", 400],
		["a malformed", "d0c1abcdefghijklmnop", 400],
		["an all-embracing", "*", 400],
		["a listed", "1,2", 400],
	])(
		"never falls back to the caller's own account: %s one is refused",
		async (_kind, account, status) => {
			const before = await names("/api/groups");
			const answer = await call("POST", `/api/groups?account=${account}`, {
				name: "stray",
			});
			expect(answer.status).toBe(status);
			expect(answer.json.code).toBe(status);
			expect(await names("/api/groups")).toEqual(before);
		},
	);

	it("promise N2: one token drives every tenant", async () => {
		for (const account of [tenant, other]) {
			const answer = await call("GET", `/api/setup-keys?account=${account}`);
			expect(answer.status).toBe(200);
			expect(answer.headers.get("reeve-account")).toBe(account);
		}
	});

	it("promise N3: service users are refused in other accounts and work in their own", async () => {
		const made = await call("POST", "/api/users", {
			name: "Robot",
			role: "admin",
			is_service_user: true,
		});
		const issued = await call("POST", `/api/users/${made.json.id}/tokens`, {
			name: "robot",
			expires_in: 1,
		});
		const robot = issued.json.plain_token;
		const away = `/api/groups?account=${tenant}`;
		expect((await call("GET", away, undefined, robot)).status).toBe(403);
		expect((await call("GET", "/api/groups", undefined, robot)).status).toBe(
			200,
		);
	});

	it("promise N4: a user reaches a tenant through a permission group alone, with the role it has there", async () => {
		const group = await call("POST", "/api/groups", { name: "Technicians" });
		const technician: Person = await makePerson(server, {
			role: "user",
			groups: [group.json.id],
		});
		const away = `/api/groups?account=${other}`;
		expect((await call("GET", away, undefined, technician.token)).status).toBe(
			404,
		);
		const tenants = await call("GET", `/api/integrations/msp/tenants/${other}`);
		await call("PUT", `/api/integrations/msp/tenants/${other}`, {
			name: tenants.json.name,
			groups: [...tenants.json.groups, { id: group.json.id, role: "auditor" }],
		});
		expect((await call("GET", away, undefined, technician.token)).status).toBe(
			200,
		);
		expect(
			(await call("POST", away, { name: "x" }, technician.token)).status,
		).toBe(403);
	});

	it("promise N5: a token is shown once", async () => {
		const path = `/api/users/${server.first.ownerId}/tokens`;
		const made = await call("POST", path, { name: "once", expires_in: 30 });
		const { plain_token: plain, personal_access_token: shown } = made.json;
		expect(plain).toMatch(/^rvp_/);
		expect(JSON.stringify(shown)).not.toContain(plain);
		for (const again of [path, `${path}/${shown.id}`, "/api/events/audit"])
			expect((await call("GET", again)).text).not.toContain(plain);
		expect(server.logLines.join("")).not.toContain(plain);
	});

	it("promise N6: each listed tenant has the id that ?account= takes", async () => {
		const { json } = await call("GET", "/api/integrations/msp/tenants");
		expect(json.length).toBeGreaterThanOrEqual(2);
		for (const { id } of json)
			expect(
				(await call("GET", `/api/accounts?account=${id}`)).json[0].id,
			).toBe(id);
	});
});

describe.skipIf(curl === undefined || jq === undefined)(
	"the onboarding script",
	() => {
		let printed: string;
		let onboarded: string;

		beforeAll(async () => {
			const { stdout } = await run(
				script,
				["Acme “& Sons”", "acme.example", "admin@acme.example"],
				{ env: { ...process.env, REEVE_URL: server.url, REEVE_TOKEN: token } },
			);
			printed = stdout;
			onboarded = /^tenant (\d+)$/m.exec(stdout)?.[1] as string;
		});

		it("promise N8: makes the tenant, its setup key, groups, network, policy and user with one token", async () => {
			expect(printed).toMatch(
				/^setup key [0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/m,
			);
			const at = (path: string) => names(`${path}?account=${onboarded}`);
			expect(await at("/api/setup-keys")).toEqual(["bootstrap"]);
			expect(await at("/api/groups")).toEqual(["All", "Servers", "Staff"]);
			expect(await at("/api/networks")).toEqual(["Office"]);
			expect(await at("/api/networks/resources")).toEqual(["Office LAN"]);
			expect(await at("/api/policies")).toEqual([
				"Default",
				"Staff to servers",
			]);
			expect(await at("/api/users")).toEqual(["admin@acme.example"]);
			const tenants = await names("/api/integrations/msp/tenants");
			expect(tenants).toContain("Acme “& Sons”");
		});

		it("promise N7: reads and writes both work in a tenant", async () => {
			const answer = await run(curl as string, [
				"-s",
				"-H",
				`Authorization: Token ${token}`,
				`${server.url}/api/setup-keys?account=${onboarded}`,
			]);
			expect(JSON.parse(answer.stdout)).toMatchObject([
				{ name: "bootstrap", type: "reusable", state: "valid" },
			]);
			const [policy] = (
				await call("GET", `/api/policies?account=${onboarded}`)
			).json.slice(1);
			const [network] = (
				await call("GET", `/api/networks?account=${onboarded}`)
			).json;
			expect(network.policies).toEqual([policy.id]);
		});

		it("promise N9: what was done stands in the tenant's own log, as External", async () => {
			const { json } = await call(
				"GET",
				`/api/events/audit?account=${onboarded}`,
			);
			expect(
				json.map((event: { activity_code: string }) => event.activity_code),
			).toEqual([
				"user.create",
				"policy.add",
				"network.resource.create",
				"network.create",
				"group.add",
				"group.add",
				"setupkey.add",
				"account.create",
			]);
			for (const event of json) {
				expect(event.meta.external).toBe("true");
				expect(event.initiator_id).toBe(server.first.ownerId);
				expect(event.initiator_email).toBe(server.first.email);
			}
			expect(printed).toContain("Setup key created (External)");
			const own = await call("GET", "/api/events/audit");
			expect(own.json[0].meta.external).toBeUndefined();
		});
	},
);

describe("the budget of a token on the NetBird wire", () => {
	it("promise N10: 1200 calls at once over all tenants, then 120 a minute", async () => {
		let nowMs = Date.now();
		const clock: Clock = { now: () => new Date(nowMs), nowMs: () => nowMs };
		const limited = await startTestServer({ limits: defaultLimits, clock });
		const { first } = limited;
		const away = await makeTenant(limited, "Away");
		const ask = (path: string) =>
			limited.call("GET", path, { token: first.token });
		const paths = ["/api/instance/version", `/api/accounts?account=${away}`];
		for (let i = 0; i < 1200; i++)
			expect((await ask(paths[i % 2] as string)).status).toBe(200);
		const refused = await ask("/api/groups");
		expect(refused.status).toBe(429);
		expect(refused.text).toBe('{"message":"too many requests","code":429}\n');
		expect(Number(refused.headers.get("retry-after"))).toBe(1);
		nowMs += 60_000;
		for (let i = 0; i < 120; i++)
			expect((await ask(paths[i % 2] as string)).status).toBe(200);
		for (const path of paths) expect((await ask(path)).status).toBe(429);
		await limited.stop();
	});
});
