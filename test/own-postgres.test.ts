import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OwnPostgres, ownPostgres } from "./support/own-postgres.ts";
import {
	type ReeveProcess,
	runReeve,
	startReeve,
	temporaryDir,
} from "./support/reeve-process.ts";
import { callServer } from "./support/server.ts";

let postgres: OwnPostgres;
let dir: Awaited<ReturnType<typeof temporaryDir>>;
/** Roles are shared by all databases of a Postgres, so they are named for this run. */
const suffix = randomBytes(4).toString("hex");
const name = (word: string) => `${word}_${suffix}`;
const database = name("own");

beforeAll(async () => {
	dir = await temporaryDir();
	postgres = await ownPostgres();
	await administer(
		`create role ${name("owner")} login`,
		`create role ${name("serving")} login`,
		`create role ${name("heir")} login`,
		`create role ${name("passing")} login bypassrls`,
		`create role ${name("super")} login superuser`,
		`grant ${name("owner")} to ${name("heir")}`,
		`create database ${database} owner ${name("owner")}`,
	);
});

afterAll(async () => {
	await administer(
		`drop database ${database} with (force)`,
		...["owner", "serving", "heir", "passing", "super"].map(
			(role) => `drop role ${name(role)}`,
		),
	);
	await postgres.stop();
	await dir.remove();
});

async function administer(...statements: string[]): Promise<void> {
	const client = new pg.Client(postgres.superuser);
	await client.connect();
	try {
		for (const statement of statements) await client.query(statement);
	} finally {
		await client.end();
	}
}

const url = (role: string) => postgres.url(name(role), database);
const place = () => ["--data", dir.path, "--port", "0"];

function startAs(role: string): Promise<ReeveProcess> {
	return startReeve(place(), { DATABASE_URL: url(role) });
}

test("a database that is not prepared is refused with the command that prepares it", async () => {
	await expect(startAs("serving")).rejects.toThrow(/run "reeve migrate"/);
});

test("migrating with one role for both is refused: the owner can lower the walls", async () => {
	const { status, err } = await runReeve(["migrate"], {
		DATABASE_URL: url("owner"),
		DATABASE_OWNER_URL: url("owner"),
	});
	expect(status).toBe(1);
	expect(err).toMatch(/DATABASE_URL must name another role/);
});

test("reeve migrate prepares a Postgres of one's own once, and the serving role alone then serves from it", async () => {
	const urls = {
		DATABASE_URL: url("serving"),
		DATABASE_OWNER_URL: url("owner"),
	};
	const first = await runReeve(["migrate"], urls);
	expect(first).toMatchObject({ status: 0, err: "" });
	expect(first.out).toMatch(/^Applied 0001-core\.sql, /);
	const again = await runReeve(["migrate"], urls);
	expect(again.out).toBe("The database is at this version already.\n");
	const setup = await runReeve(["setup", "--json", ...place()], {
		DATABASE_URL: url("serving"),
	});
	const { token, account_id } = JSON.parse(setup.out);
	const server = await startAs("serving");
	try {
		const tenant = await callServer(server.url, "POST", "/api/v1/tenants", {
			token,
			body: { name: "Harbour Dental" },
		});
		expect(tenant.status).toBe(201);
		const made = await callServer(
			server.url,
			"POST",
			`/api/v1/groups?account=${tenant.json.id}`,
			{ token, body: { name: "Staff" } },
		);
		expect(made.status).toBe(201);
		// Whatever the time zone of Postgres, answers speak UTC.
		expect(made.json.created_at).toMatch(/Z$/);
		const ageMs = Date.now() - Date.parse(made.json.created_at);
		expect(Math.abs(ageMs)).toBeLessThan(60_000);
		await expectSoundAudit(account_id);
		await expectSoundAudit(tenant.json.id);
	} finally {
		expect(await server.kill("SIGTERM")).toBe(0);
	}
});

async function expectSoundAudit(account: string): Promise<void> {
	const exported = await runReeve(
		["audit", "export", "--account", account, "--data", dir.path],
		{ DATABASE_URL: url("serving") },
	);
	expect(exported).toMatchObject({ status: 0, err: "" });
	const file = join(dir.path, `${account}.jsonl`);
	await writeFile(file, exported.out);
	const report = await runReeve(["audit", "verify", file, "--json"]);
	const { sound, first, unsealed, faults } = JSON.parse(report.out);
	expect({ sound, faults }).toEqual({ sound: true, faults: [] });
	expect(first !== null || unsealed > 0).toBe(true);
}

const refused: [string, string, RegExp][] = [
	["the owner of the tables", "owner", /owns \d+ tables/],
	["a member of the owner's role", "heir", /may act as their owner/],
	["a superuser", "super", /a superuser passes row-level security/],
	["a role with BYPASSRLS", "passing", /may bypass row-level security/],
];

test.each(refused)(
	"the server refuses to serve as %s, in one sentence that names the role",
	async (_, role, sentence) => {
		const client = new pg.Client({ ...postgres.superuser, database });
		await client.connect();
		await client.query(
			`grant select on schema_migrations to ${name("passing")}`,
		);
		await client.end();
		const { status, out, err } = await runReeve(["start", ...place()], {
			DATABASE_URL: url(role),
		});
		expect({ status, out }).toEqual({ status: 1, out: "" });
		expect(err).toMatch(
			new RegExp(`^reeve: the server will not run as ${name(role)}: .*\\n$`),
		);
		expect(err).toMatch(sentence);
	},
);

test("an unreachable Postgres is named by the variable that points at it, without its password", async () => {
	const { status, err } = await runReeve(["start", ...place()], {
		DATABASE_URL: "postgres://someone:hidden@127.0.0.1:1/reeve",
	});
	expect(status).toBe(1);
	expect(err).toMatch(/^reeve: DATABASE_URL: .*ECONNREFUSED/);
	expect(err).not.toContain("hidden");
});
