import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeTenant } from "../support/people.ts";
import {
	type Answer,
	startTestServer,
	type TestServer,
} from "../support/server.ts";

let server: TestServer;
let owner: string;

beforeAll(async () => {
	server = await startTestServer();
	owner = server.first.token;
});
afterAll(() => server.stop());

const native = (
	method: string,
	path: string,
	body?: unknown,
	headers: Record<string, string> = {},
	token = owner,
) => server.call(method, `/api/v1${path}`, { token, body, headers });

const times = (count: number, make: (at: number) => Promise<Answer>) =>
	Promise.all(Array.from({ length: count }, (_, at) => make(at)));

function tally(answers: readonly Answer[]): Record<number, number> {
	const counts: Record<number, number> = {};
	for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
	return counts;
}

test("twenty calls with one Idempotency-Key make one thing, and its secret is in one answer", async () => {
	const headers = { "idempotency-key": "the same" };
	const body = { kind: "api", name: "Once" };
	const answers = await times(20, () => native("POST", "/keys", body, headers));
	expect(tally(answers)).toEqual({ 201: 20 });
	expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1);
	expect(
		answers.filter(({ text }) => /"(secret|token)"/.test(text)),
	).toHaveLength(1);
	expect(
		answers.filter(({ headers: sent }) => sent.get("idempotency-replayed")),
	).toHaveLength(19);
	const other = await native(
		"POST",
		"/keys",
		{ ...body, name: "Other" },
		headers,
	);
	expect([other.status, other.json.code]).toEqual([
		422,
		"idempotency_mismatch",
	]);
	const elsewhere = await native("POST", "/groups", { name: "Other" }, headers);
	expect(elsewhere.status).toBe(422);
});

test("an Idempotency-Key of one account or credential replays nothing to another", async () => {
	const headers = { "idempotency-key": "shared" };
	const tenant = await makeTenant(server, "Replay");
	const made = await native("POST", "/groups", { name: "Ours" }, headers);
	const inTenant = await native(
		"POST",
		`/groups?account=${tenant}`,
		{ name: "Ours" },
		headers,
	);
	expect(inTenant.json.account_id).toBe(tenant);
	expect(inTenant.headers.get("idempotency-replayed")).toBeNull();
	const key = (await native("POST", "/keys", { kind: "api", name: "Second" }))
		.json;
	const again = await native(
		"POST",
		"/groups",
		{ name: "Theirs" },
		headers,
		key.token,
	);
	expect([again.status, again.json.id === made.json.id]).toEqual([201, false]);
});

test("of many who take one name, one use or one object at once, exactly as many get it as may", async () => {
	const once = (
		await native("POST", "/setup-keys", { name: "one", type: "one-off" })
	).json.key;
	const five = (
		await native("POST", "/setup-keys", {
			name: "five",
			type: "reusable",
			usage_limit: 5,
		})
	).json.key;
	const enrol = (key: string) => (at: number) =>
		native(
			"POST",
			"/enroll",
			{
				hostname: `host-${at}`,
				os: "macOS",
				os_version: "1",
				agent_version: "1",
			},
			{},
			key,
		);
	const email = "wanted@people.test";
	const gone = (await native("POST", "/groups", { name: "Goes once" })).json.id;
	const cases: [string, Answer[], Record<number, number>][] = [
		["one-off setup key", await times(20, enrol(once)), { 200: 1, 403: 19 }],
		["setup key for five", await times(20, enrol(five)), { 200: 5, 403: 15 }],
		[
			"name of a group",
			await times(20, () => native("POST", "/groups", { name: "Wanted" })),
			{ 201: 1, 409: 19 },
		],
		[
			"e-mail address",
			await times(20, () =>
				native("POST", "/users", { email, name: "W", role: "user" }),
			),
			{ 201: 1, 409: 19 },
		],
		[
			"domain",
			await times(20, () =>
				native("POST", "/tenants", { name: "W", domain: "wanted.test" }),
			),
			{ 201: 1, 409: 19 },
		],
		[
			"name of a probe",
			await times(20, () => native("POST", "/probes", { name: "Wanted" })),
			{ 201: 1, 409: 19 },
		],
		[
			"deletion",
			await times(20, () => native("DELETE", `/groups/${gone}`)),
			{ 204: 1, 404: 19 },
		],
	];
	for (const [name, answers, expected] of cases) {
		expect([name, tally(answers)]).toEqual([name, expected]);
	}
});

test("far more writes at once than there are connections are all served", async () => {
	const { id } = (await native("POST", "/groups", { name: "Hot" })).json;
	const answers = await times(200, (at) =>
		at % 2 === 0
			? native("PATCH", `/groups/${id}`, { name: `Hot ${at}` })
			: native("POST", "/groups", { name: `Cold ${at}` }),
	);
	expect(tally(answers)).toEqual({ 200: 100, 201: 100 });
});

test("a statement that takes too long is answered with 503 and costs nobody else anything", async () => {
	const superuser = new pg.Client(server.database.superuser);
	await superuser.connect();
	await superuser.query("begin");
	await superuser.query("lock table groups in access exclusive mode");
	const stuck = Promise.all([
		native("GET", "/groups"),
		server.call("GET", "/api/groups", { token: owner }),
		native("POST", "/groups", { name: "Waits" }),
	]);
	let answered = false;
	void stuck.then(() => {
		answered = true;
	});
	// What the time limit of a statement does after half a minute, done to each as soon as it waits.
	await expect
		.poll(
			async () => {
				await superuser.query(
					"select pg_cancel_backend(pid) from pg_locks where relation = 'groups'::regclass and not granted",
				);
				return answered;
			},
			{ timeout: 30_000 },
		)
		.toBe(true);
	for (const answer of await stuck) {
		expect(answer.status, answer.text).toBe(503);
		expect(answer.headers.get("retry-after")).toBe("1");
		expect(answer.text).not.toMatch(/cancel|statement|groups/);
	}
	await superuser.query("rollback");
	await superuser.end();
	expect((await native("GET", "/groups")).status).toBe(200);
	expect((await native("GET", "/groups?search=Waits")).json.data).toEqual([]);
});
