import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callOperation } from "./registry/call-operation.ts";
import { type Made, scenario } from "./registry/scenario.ts";
import { openWorld, type World } from "./registry/world.ts";

/** A whole run, every write of it, then a search for its secrets in everything that the run left or printed. */

let world: World;
const secrets = new Map<string, string>();
const answers: string[] = [];

beforeAll(async () => {
	world = await openWorld();
	const { token, key, apiKey, password } = world.server.first;
	remember("owner token", token);
	remember("owner pair", key.secret);
	remember("owner key", apiKey);
	remember("owner password", password);
	await live();
	await misuse();
	await world.server.server.gate.refusals.flush();
});

afterAll(() => world?.stop());

function remember(name: string, secret: string): void {
	secrets.set(name, secret);
	// The half that proves possession is as secret as the whole; the public id before it is not.
	if (/^rv[a-z]_/.test(secret))
		secrets.set(`${name}, its secret half`, secret.slice(16));
}

/** Every write once; what is answered once is a secret from then on. */
async function live(): Promise<void> {
	const made: Made = {};
	for (const step of scenario) {
		const operation = world.server.server.resources.registry.get(
			step.operation,
		);
		const answer = await callOperation(
			world.server,
			operation,
			step.input(made, world),
			world.server.first.token,
			step.at ? world.tenantId : undefined,
		);
		if (step.keep) made[step.keep] = answer.json.id;
		for (const field of operation.secrets ?? []) {
			const value = answer.json?.[field];
			if (typeof value === "string")
				remember(`${step.operation} ${field}`, value);
		}
	}
}

/** Calls that fail with a secret in every place where a caller may put one. */
async function misuse(): Promise<void> {
	const { token, apiKey, key } = world.server.first;
	const { server } = world;
	const calls = [
		server.call("GET", `/api/v1/groups?token=${token}`, { token }),
		server.call("GET", `/api/v1/${token}`),
		server.call("POST", "/api/v1/groups", {
			token,
			body: { name: token, extra: apiKey },
		}),
		server.call("POST", "/api/v1/groups", {
			token,
			body: `{"name": "${token}`,
		}),
		server.call(
			"GET",
			`/api/json/device/listDevices?apiKey=${apiKey}&nonsense=1`,
		),
		server.call("GET", `/api/json/device/listDevices?apiKey=${apiKey}x`),
		server.call("GET", "/api/setup-keys", { token: `${token.slice(0, -1)}!` }),
		server.call("GET", "/v1/organizations", {
			headers: {
				authorization: `Basic ${Buffer.from(`${key.id}:${key.secret}x`).toString("base64")}`,
			},
		}),
		server.call("GET", `/v1/msps/${token}/customers`, { token }),
	];
	for (const { status, text } of await Promise.all(calls))
		if (status >= 400) answers.push(text);
}

function found(text: string): string[] {
	return [...secrets]
		.filter(([, secret]) => text.includes(secret))
		.map(([name]) => name);
}

test("the run had secrets to lose", () => {
	expect(secrets.size).toBeGreaterThan(10);
	expect(answers.length).toBeGreaterThan(5);
	expect(world.server.logLines.length).toBeGreaterThan(50);
});

test("no log line holds a secret", () => {
	expect(found(world.server.logLines.join(""))).toEqual([]);
});

test("no figure holds a secret", async () => {
	expect(found((await world.server.call("GET", "/metrics")).text)).toEqual([]);
});

test("no error holds a secret it was not sent in that very field", () => {
	const text = answers.join("\n");
	expect(found(text)).toEqual([]);
	expect(text).not.toMatch(/ at .*\.[jt]s:\d+|select .* from|node_modules/i);
});

test("no row of any table holds a secret", async () => {
	const client = new pg.Client(world.server.database.superuser);
	await client.connect();
	const { rows: tables } = await client.query<{ name: string }>(
		"select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')",
	);
	expect(tables.length).toBeGreaterThan(20);
	for (const { name } of tables) {
		const { rows } = await client.query<{ row: string }>(
			`select t::text as row from ${name} t`,
		);
		expect(found(rows.map(({ row }) => row).join("\n")), name).toEqual([]);
	}
	await client.end();
});
