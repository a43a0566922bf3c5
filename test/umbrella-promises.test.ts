import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "../src/db/index.ts";
import {
	basic,
	startUmbrellaScene,
	type UmbrellaScene,
} from "./support/umbrella-scene.ts";

const run = promisify(execFile);
let scene: UmbrellaScene;

beforeAll(async () => {
	scene = await startUmbrellaScene();
});
afterAll(() => scene.stop());

/** What curl answers: the status on a line of its own behind the body. */
async function curl(...args: string[]) {
	const { stdout } = await run("curl", [
		"--silent",
		"--show-error",
		"--write-out",
		"\n%{http_code} %{content_type}",
		...args,
	]);
	const end = stdout.lastIndexOf("\n");
	const [status, ...type] = stdout.slice(end + 1).split(" ");
	const text = stdout.slice(0, end);
	return {
		status: Number(status),
		type: type.join(" "),
		json: text === "" ? undefined : JSON.parse(text),
	};
}

const withPair = (key: string, secret: string) => ({
	authorization: `Basic ${basic(key, secret)}`,
});

async function makeKey() {
	const { msp, org, call } = scene;
	const made = await call("POST", `/v1/msps/${msp}/customers/${org}/apikeys`);
	expect(made.status).toBe(200);
	return made.json as { keyId: string; key: string; secret: string };
}

const statusWith = async (key: string, secret: string) =>
	(
		await scene.call(
			"GET",
			`/v1/organizations/${scene.org}/networks`,
			undefined,
			withPair(key, secret),
		)
	).status;

describe("promise U1: key and secret as HTTP Basic", () => {
	test("promise U1: curl -u key:secret lists the customers of a provider as JSON", async () => {
		const { msp, server } = scene;
		const { id, secret } = server.first.key;
		const url = `${server.url}/v1/msps/${msp}/customers`;
		const answer = await curl("-u", `${id}:${secret}`, url);
		expect(answer.status).toBe(200);
		expect(answer.type).toBe("application/json; charset=utf-8");
		expect(answer.json).toContainEqual({
			customerId: Number(scene.org),
			customerName: "Scene customer",
			seats: 1,
		});
	});

	test("promise U1: a header made by hand does the same", async () => {
		expect(basic("ABCD", "1234")).toBe("QUJDRDoxMjM0");
		const { msp, server } = scene;
		const { id, secret } = server.first.key;
		const header = `Authorization: Basic ${basic(id, secret)}`;
		const url = `${server.url}/v1/msps/${msp}/customers`;
		expect((await curl("-H", header, url)).status).toBe(200);
	});

	test("curl -d sends JSON under the type of a form, and it is read as JSON", async () => {
		const { msp, server } = scene;
		const { id, secret } = server.first.key;
		const answer = await curl(
			...["-u", `${id}:${secret}`, "-H", "organizationID: 123"],
			...["-d", '{"customerName":"From curl","seats":3}'],
			`${server.url}/v1/msps/${msp}/customers/`,
		);
		expect(answer.json).toMatchObject({ customerName: "From curl", seats: 3 });
	});
});

describe("promise U2: keys are made for an organization or a provider, by the API that they open", () => {
	async function keyFor(
		opens: string,
		account?: string,
		kind = "organization",
	) {
		const scope = account === undefined ? "" : `?account=${account}`;
		const made = await scene.server.call("POST", `/api/v1/keys${scope}`, {
			token: scene.server.first.token,
			body: { kind, name: opens, opens },
		});
		expect(made.status, made.text).toBe(201);
		return made.json as { key: string; secret: string; token: string };
	}
	const statusesWith = async (headers: Record<string, string>) => {
		const { org, msp, call } = scene;
		const paths = [
			`/v1/organizations/${org}/networks`,
			`/v1/organizations/${org}/roamingcomputers`,
			`/v1/organizations/${org}/users`,
			`/v1/organizations/${org}/networkdevices`,
			`/v1/organizations/${org}/policies`,
			`/v1/msps/${msp}/customers`,
			"/v1/organizations",
		];
		const answers = await Promise.all(
			paths.map((path) => call("GET", path, undefined, headers)),
		);
		return answers.map(({ status }) => status);
	};

	test("promise U2: a management key of an organization opens its networks, computers and users, and no devices", async () => {
		const { key, secret } = await keyFor("umbrella_management", scene.org);
		expect(await statusesWith(withPair(key, secret))).toEqual([
			200, 200, 200, 403, 200, 404, 200,
		]);
	});

	test("promise U2: a network-devices key of an organization opens its devices and policies, and nothing else", async () => {
		const { key, secret } = await keyFor("umbrella_network_devices", scene.org);
		expect(await statusesWith(withPair(key, secret))).toEqual([
			403, 403, 403, 200, 200, 404, 200,
		]);
	});

	test("promise U2: a provider's key opens its customers, and their organizations", async () => {
		const { key, secret } = await keyFor("umbrella_management");
		expect(await statusesWith(withPair(key, secret))).toEqual([
			200, 200, 200, 403, 200, 200, 200,
		]);
	});

	test("promise U2: a legacy network-devices key is one token", async () => {
		const made = await keyFor(
			"umbrella_legacy_network_devices",
			scene.org,
			"network_device",
		);
		expect(made.secret).toBeUndefined();
		const statuses = await statusesWith({
			authorization: `Token ${made.token}`,
		});
		expect(statuses.slice(3, 5)).toEqual([200, 200]);
	});
});

describe("promises U3 and U4: secrets and their refresh", () => {
	test("promise U3: the secret is in the answer that makes the key, and in no other", async () => {
		const { msp, org, call, server } = scene;
		const made = await makeKey();
		const all = `/v1/msps/${msp}/customers/${org}/apikeys`;
		for (const path of [all, `${all}/${made.keyId}`]) {
			const read = await call("GET", path);
			expect(read.text).toContain(made.key);
			expect(read.text).not.toContain(made.secret);
		}
		const stored = await server.server.database
			.reader([org])
			.query(sql`select to_jsonb(e) as row from audit_events e union all
				select to_jsonb(c) from credentials c union all select to_jsonb(s) from credential_secrets s`);
		expect(JSON.stringify(stored)).toContain(made.key);
		expect(JSON.stringify(stored)).not.toContain(made.secret);
		expect(server.logLines.join("")).not.toContain(made.secret);
	});

	test("promise U4: a refresh gives a new key and secret, and the old pair ends at once", async () => {
		const { msp, org, call } = scene;
		const old = await makeKey();
		expect(await statusWith(old.key, old.secret)).toBe(200);
		const path = `/v1/msps/${msp}/customers/${org}/apikeys/${old.keyId}`;
		const { json: renewed } = await call("PUT", path);
		expect(renewed.keyId).toBe(old.keyId);
		expect(renewed.key).not.toBe(old.key);
		expect(renewed.secret).not.toBe(old.secret);
		expect(await statusWith(old.key, old.secret)).toBe(401);
		expect(await statusWith(renewed.key, renewed.secret)).toBe(200);
	});

	test("promise U4: deleting a key and making another does the same", async () => {
		const { msp, org, call } = scene;
		const old = await makeKey();
		const path = `/v1/msps/${msp}/customers/${org}/apikeys/${old.keyId}`;
		expect((await call("DELETE", path)).status).toBe(204);
		const made = await makeKey();
		expect(await statusWith(old.key, old.secret)).toBe(401);
		expect(await statusWith(made.key, made.secret)).toBe(200);
	});
});

test("promise U5: a provider's key and the organization's own key manage the same organization", async () => {
	const { org, call } = scene;
	const { key, secret } = await makeKey();
	const path = `/v1/organizations/${org}/networks`;
	const network = { prefixLength: 32, isDynamic: false, status: "OPEN" };
	const own = await call(
		"POST",
		path,
		{ ...network, name: "Own", ipAddress: "203.0.113.1" },
		withPair(key, secret),
	);
	const parent = await call("POST", path, {
		...network,
		name: "Parent",
		ipAddress: "203.0.113.2",
	});
	expect([own.status, parent.status]).toEqual([200, 200]);
	for (const headers of [{}, withPair(key, secret)]) {
		const { json } = await call("GET", path, undefined, headers);
		const names = json.map(({ name }: { name: string }) => name);
		expect(names).toEqual(expect.arrayContaining(["Own", "Parent"]));
	}
});

test("promise U6: reading organizations answers 200 with organizationId and name", async () => {
	const { org, msp, call } = scene;
	const { key, secret } = await makeKey();
	const own = await call(
		"GET",
		"/v1/organizations",
		undefined,
		withPair(key, secret),
	);
	expect(own.status).toBe(200);
	expect(own.json).toEqual([
		{ organizationId: Number(org), name: "Scene customer" },
	]);
	const parent = await call("GET", "/v1/organizations");
	expect(parent.json[0]).toEqual({
		organizationId: Number(msp),
		name: "Provider",
	});
});

test("promise U6: a customer's number is its organization's number", async () => {
	const { msp, call } = scene;
	const { json } = await call("POST", `/v1/msps/${msp}/customers`, {
		customerName: "Numbered",
		seats: 2,
	});
	const users = await call("GET", `/v1/organizations/${json.customerId}/users`);
	expect([users.status, users.json]).toEqual([200, []]);
});

describe("promise U8: lists come in batches of 200", () => {
	beforeAll(async () => {
		await scene.server.server.database.transaction([scene.verified], (tx) =>
			tx.query(sql`insert into registered_networks (account_id, name, is_dynamic, status)
				select ${scene.verified}, 'n' || i, true, 'OPEN' from generate_series(1, 450) i`),
		);
	});
	const page = async (query: string) =>
		(
			await scene.call(
				"GET",
				`/v1/organizations/${scene.verified}/networks${query}`,
			)
		).json as { originId: number }[];

	test("promise U8: 200 unless asked otherwise, and every row once", async () => {
		const pages = await Promise.all(
			["", "?page=2", "?page=3", "?page=4"].map(page),
		);
		expect(pages.map(({ length }) => length)).toEqual([200, 200, 50, 0]);
		const ids = pages.flat().map(({ originId }) => originId);
		expect(new Set(ids).size).toBe(450);
		expect(ids).toEqual([...ids].sort((a, b) => a - b));
	});

	test("promise U8: as many as asked for, up to the cap", async () => {
		expect((await page("?limit=1000")).length).toBe(450);
		expect((await page("?limit=7&page=65")).length).toBe(2);
		expect((await page("?page=2000000000")).length).toBe(0);
	});
});
