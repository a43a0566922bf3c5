import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makePerson } from "./support/people.ts";
import { startTestServer, type TestServer } from "./support/server.ts";
import {
	basic,
	startUmbrellaScene,
	type UmbrellaScene,
} from "./support/umbrella-scene.ts";

let scene: UmbrellaScene;

beforeAll(async () => {
	scene = await startUmbrellaScene();
});
afterAll(() => scene.stop());

const BOOM = ["statusCode", "error", "message"];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;

describe("promise U7: standard statuses", () => {
	test("promise U7: 401 without a header, with a wrong pair, and with half a pair", async () => {
		const { msp, server } = scene;
		const { id, secret } = server.first.key;
		const cases: [Record<string, string>, string][] = [
			[{}, "Unauthorized"],
			[
				{ authorization: "Basic QUJDRDoxMjM0" },
				"Invalid authentication credentials",
			],
			[
				{ authorization: `Basic ${basic(id, `${secret}x`)}` },
				"Invalid authentication credentials",
			],
			[{ authorization: "Basic !!!" }, "Invalid authentication credentials"],
			[
				{ authorization: `Digest ${basic(id, secret)}` },
				"Invalid authentication credentials",
			],
		];
		for (const [headers, message] of cases) {
			const path = `/v1/msps/${msp}/customers`;
			const answer = await server.call("GET", path, { headers });
			expect(answer.status).toBe(401);
			expect(answer.json).toEqual({ message });
			expect(answer.headers.get("x-ratelimit-limit-minute")).toBeNull();
		}
	});

	test("promise U7: 403 says which operation the role does not allow", async () => {
		const { server, msp } = scene;
		const auditor = await makePerson(server, { role: "auditor" });
		const refused = await server.call("POST", `/v1/msps/${msp}/customers`, {
			token: auditor.token,
			body: "not even JSON",
		});
		expect(refused.status).toBe(403);
		expect(Object.keys(refused.json)).toEqual(BOOM);
		expect(refused.json.message).toContain("tenants.create");
	});

	test("promise U7: 404 for what is foreign is 404 for what is not there, to the byte", async () => {
		const { call, foreign, msp } = scene;
		const paths = [
			["GET", "/v1/organizations/ID/networks"],
			["GET", "/v1/organizations/ID/networkdevices"],
			["POST", "/v1/organizations/ID/users"],
			["GET", "/v1/msps/ID/customers"],
			["GET", "/v1/serviceproviders/ID"],
			["DELETE", `/v1/msps/${msp}/customers/ID`],
			["POST", `/v1/msps/${msp}/customers/ID/apikeys`],
		] as const;
		for (const [method, path] of paths) {
			const body = method === "POST" ? {} : undefined;
			const there = await call(method, path.replace("ID", foreign), body);
			const nowhere = await call(method, path.replace("ID", "999999999"), body);
			expect([path, there.status, nowhere.status]).toEqual([path, 404, 404]);
			const strip = (text: string) => text.replace(/"txId":"[^"]+"/, "");
			expect(strip(there.text)).toBe(strip(nowhere.text));
		}
	});

	test("things of another organization of the same provider are not there", async () => {
		const { call, org, verified } = scene;
		const made = await call("POST", `/v1/organizations/${org}/networks`, {
			name: "Here only",
			prefixLength: 32,
			isDynamic: true,
			status: "OPEN",
		});
		const path = `/v1/organizations/${verified}/networks/${made.json.originId}`;
		for (const method of ["GET", "DELETE"])
			expect((await call(method, path)).status).toBe(404);
	});

	test("promise U7: 404 for a path that nothing serves, 405 for another method of one that is", async () => {
		const { call, org } = scene;
		const nowhere = await call("GET", "/v1/mssps/1");
		expect([nowhere.status, nowhere.json]).toEqual([
			404,
			{ message: "no Route matched with those values" },
		]);
		const method = await call("PATCH", `/v1/organizations/${org}/networks`);
		expect(method.status).toBe(405);
		expect(Object.keys(method.json)).toEqual(BOOM);
		expect(method.headers.get("allow")).toBe("GET, POST");
	});

	test("a path that cannot be read is refused in the words of the wire", async () => {
		const { call } = scene;
		for (const part of ["%zz", "9".repeat(600)]) {
			const answer = await call("GET", `/v1/organizations/${part}/networks`);
			expect([answer.status, Object.keys(answer.json)]).toEqual([400, BOOM]);
		}
	});

	test("a txId leads to the request id, and so to the log", async () => {
		const { call, org } = scene;
		const path = `/v1/organizations/${org}/networkdevices/1`;
		const { json, headers } = await call("GET", path);
		expect(json.txId).toMatch(UUID);
		const digits = json.txId.replaceAll("-", "");
		const id = headers.get("x-request-id") as string;
		const shown =
			digits.slice(0, 12) + digits.slice(13, 16) + digits.slice(17, 20);
		expect(id.startsWith(shown)).toBe(true);
	});

	test("a duplicate address of a network is told as the vendor tells duplicates", async () => {
		const { call, org } = scene;
		const body = {
			ipAddress: "203.0.113.77",
			prefixLength: 32,
			isDynamic: false,
			status: "OPEN",
		};
		const path = `/v1/organizations/${org}/networks`;
		await call("POST", path, { ...body, name: "A77" });
		const twin = await call("POST", path, { ...body, name: "B77" });
		expect(twin.status).toBe(409);
		expect(JSON.parse(twin.json.message)).toEqual({
			field: "ipAddress",
			failure: "must be unique",
		});
	});

	test("an account that was only invited is no customer", async () => {
		const { call, msp, server } = scene;
		const { token } = server.first;
		const other = await otherAccountWithDomain(server);
		const noted = await server.call("POST", "/api/v1/tenants", {
			token,
			body: { name: "Noted", domain: other.domain },
		});
		expect(noted.json.status, noted.text).toBe("existing");
		const path = `/v1/msps/${msp}/customers/${noted.json.id}`;
		for (const method of ["GET", "DELETE"])
			expect((await call(method, path)).status).toBe(404);
		expect((await call("GET", `/v1/msps/${msp}/customers`)).text).not.toContain(
			"Noted",
		);
	});
});

async function otherAccountWithDomain(server: TestServer) {
	const { insertAccount } = await import("../src/modules/accounts/index.ts");
	const domain = "standing-alone.test";
	await server.server.database.transaction([], (tx) =>
		insertAccount(tx, {
			kind: "standalone",
			name: "Alone",
			domain,
			status: "active",
		}),
	);
	return { domain };
}

describe("a standalone account", () => {
	test("works on its own organization, and is no provider", async () => {
		const alone = await startTestServer({ kind: "standalone" });
		try {
			const { accountId, token } = alone.first;
			const get = (path: string) => alone.call("GET", path, { token });
			expect(
				(await get(`/v1/organizations/${accountId}/networks`)).status,
			).toBe(200);
			expect((await get(`/v1/msps/${accountId}/customers`)).status).toBe(403);
			expect((await get(`/v1/serviceproviders/${accountId}`)).status).toBe(403);
		} finally {
			await alone.stop();
		}
	});
});

describe("limits in the vendor's words", () => {
	test("promise U7: 429 with Retry-After once the budget is spent, and headers that count down to it", async () => {
		const clockMs = { now: Date.UTC(2026, 0, 5) };
		const limited = await startTestServer({
			limits: {
				credentialPerMinute: 12,
				credentialBurst: 6,
				readsPerMinute: 500,
			},
			clock: { now: () => new Date(clockMs.now), nowMs: () => clockMs.now },
		});
		try {
			const { accountId, key } = limited.first;
			const headers = { authorization: `Basic ${basic(key.id, key.secret)}` };
			const get = () =>
				limited.call("GET", `/v1/msps/${accountId}/customers`, { headers });
			const first = await get();
			const figures = (name: string) =>
				["limit", "remaining"].map((what) =>
					first.headers.get(`x-ratelimit-${what}-${name}`),
				);
			expect(figures("second")).toEqual(["6", "5"]);
			expect(figures("minute")).toEqual(["18", "17"]);
			expect(figures("1800")).toEqual(["366", "365"]);
			expect(first.headers.get("ratelimit-limit")).toBe("6");
			expect(first.headers.get("ratelimit-remaining")).toBe("5");
			for (let i = 0; i < 5; i++) expect((await get()).status).toBe(200);
			const refused = await get();
			expect([refused.status, refused.json]).toEqual([
				429,
				{ message: "API rate limit exceeded" },
			]);
			const wait = Number(refused.headers.get("retry-after"));
			expect(wait).toBe(5);
			expect(refused.headers.get("ratelimit-reset")).toBe("5");
			expect(refused.headers.get("x-ratelimit-remaining-second")).toBe("0");
			clockMs.now += wait * 1000;
			expect((await get()).status).toBe(200);
		} finally {
			await limited.stop();
		}
	});
});
