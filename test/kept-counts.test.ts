import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../src/db/index.ts";
import { readMigrations } from "../src/db/migrate.ts";
import { eraseAccount } from "../src/modules/accounts/index.ts";
import { addUpAllCounts } from "../src/worker/added-up-counts.ts";
import { type AuditScene, openAuditScene } from "./audit/audit-scene.ts";

/** What is kept of each account against what its rows say when they are counted. */
const DIFFERENCES = `
	select a.id, k.*, c.* from accounts a
	cross join lateral (select
		array[sum(devices), sum(devices_critical), sum(devices_trouble), sum(devices_attention), sum(devices_service_down),
			sum(devices_clear), sum(devices_not_watched), sum(devices_suppressed), sum(endpoints), sum(endpoints_online),
			sum(endpoints_waiting), sum(people), sum(people_active), sum(people_invited), sum(people_pending),
			sum(people_blocked), sum(service_users)]::bigint[] as kept from account_counts where account_id = a.id) k
	cross join lateral (select
		(select array[count(*), count(*) filter (where status = 1 and not suppressed), count(*) filter (where status = 2 and not suppressed),
			count(*) filter (where status = 3 and not suppressed), count(*) filter (where status = 4 and not suppressed),
			count(*) filter (where status = 5 and not suppressed), count(*) filter (where status = 7 and not suppressed),
			count(*) filter (where suppressed)] from devices where account_id = a.id) ||
		(select array[count(*), count(*) filter (where status not in ('Off', 'Uninstalled')), count(*) filter (where approval_required)]
			from endpoints where account_id = a.id) ||
		(select array[count(*) filter (where kind = 'human'), count(*) filter (where kind = 'human' and status = 'active' and not blocked),
			count(*) filter (where kind = 'human' and status = 'invited'), count(*) filter (where kind = 'human' and status = 'pending'),
			count(*) filter (where kind = 'human' and blocked), count(*) filter (where kind = 'service')] from users where account_id = a.id)
		as counted) c
	where array_replace(kept, null, 0) <> counted`;

let scene: AuditScene;
let account: string;
let doomed: string;

beforeAll(async () => {
	scene = await openAuditScene();
	account = await scene.account();
	doomed = await scene.account();
});
afterAll(() => scene.close());

async function rowsOf(text: string, ...values: unknown[]) {
	return (await scene.superuser.query(text, values)).rows;
}

const totals = async (accountId = account) =>
	(
		await rowsOf(
			"select sum(devices)::int as devices, sum(endpoints)::int as endpoints, sum(people)::int as people from account_counts where account_id = $1",
			accountId,
		)
	)[0];

const fill = async (accountId: string) => {
	await rowsOf(
		"insert into devices (account_id, name, status, suppressed) select $1, 'd' || n, 1 + n % 7, n % 5 = 0 from generate_series(1, 70) n",
		accountId,
	);
	await rowsOf(
		"insert into endpoints (account_id, name, device_id, status, approval_required) select $1, 'e', n, (array['Off', 'Protected', 'Uninstalled'])[1 + n % 3], n % 2 = 0 from generate_series(1, 30) n",
		accountId,
	);
	await rowsOf(
		"insert into users (account_id, name, role, kind, status, blocked) select $1, 'u', 'user', (array['human', 'service'])[1 + n % 2], (array['active', 'invited', 'pending'])[1 + n % 3], n % 4 = 0 from generate_series(1, 24) n",
		accountId,
	);
};

/** Changes one after another on a connection of its own, each drawn by its number; some are taken back. */
async function change(seed: number): Promise<void> {
	const client = new pg.Client(scene.test.url);
	await client.connect();
	await client.query(
		`select set_config('reeve.accounts', '{${account}}', false)`,
	);
	const statements = [
		"insert into devices (account_id, name, status) values ($1, $2, 5)",
		"update devices set status = 1 + (status + $3) % 7 where account_id = $1 and $2 <> '' and id % 3 = $3 % 3",
		"update devices set suppressed = not suppressed, tag = $2 where account_id = $1 and id % 7 = $3 % 7",
		"delete from devices where account_id = $1 and name <> $2 and id % 11 = $3 % 11",
		"update endpoints set status = 'Off', approval_required = false, os = $2 where account_id = $1 and id % 4 = $3 % 4",
		"update endpoints set status = 'Encrypted', os = $2 where account_id = $1 and id % 5 = $3 % 5",
		"update users set blocked = not blocked, name = $2 where account_id = $1 and id % 5 = $3 % 5",
		"delete from users where account_id = $1 and name <> $2 and id % 13 = $3 % 13",
	];
	for (let i = 0; i < 40; i++) {
		await client.query("begin");
		try {
			const text = statements[(seed * 3 + i) % statements.length] as string;
			const name = `s${seed}-${i}`;
			const uses = text.includes("$3");
			await client.query(
				text,
				uses ? [account, name, seed + i] : [account, name],
			);
			await client.query(i % 6 === 5 ? "rollback" : "commit");
		} catch (error) {
			await client.query("rollback");
			// Statements that lock the same rows in another order may meet; one of them is then undone.
			if ((error as { code?: string }).code !== "40P01") throw error;
		}
	}
	await client.end();
}

test("what is kept is what counting finds, after changes side by side and while they are added up", async () => {
	await fill(account);
	const changes = [1, 2, 3, 4, 5, 6].map(change);
	let changing = true;
	const rounds = async () => {
		let added = 0;
		while (changing) added += await addUpAllCounts(scene.database);
		return added;
	};
	const adding = Promise.all([rounds(), rounds()]);
	await Promise.all(changes);
	changing = false;
	const [first, second] = await adding;
	expect(first + second).toBeGreaterThan(50);
	expect(await rowsOf(DIFFERENCES)).toEqual([]);
	await addUpAllCounts(scene.database);
	expect(await rowsOf(DIFFERENCES)).toEqual([]);
	expect(
		await rowsOf(
			"select id from account_counts where account_id = $1",
			account,
		),
	).toEqual([{ id: "0" }]);
});

test("adding up neither waits for a change under way nor loses it", async () => {
	const before = (await totals()).devices;
	const client = new pg.Client(scene.test.superuser);
	await client.connect();
	await client.query("begin");
	await client.query(
		"insert into devices (account_id, name) values ($1, 'under way')",
		[account],
	);
	await addUpAllCounts(scene.database);
	expect((await totals()).devices).toBe(before);
	await client.query("commit");
	await client.end();
	expect((await totals()).devices).toBe(before + 1);
	expect(await addUpAllCounts(scene.database)).toBe(1);
	expect((await totals()).devices).toBe(before + 1);
});

test("changes of one account do not wait for one another because of the figures", async () => {
	const clients = [1, 2].map(() => new pg.Client(scene.test.superuser));
	for (const [n, client] of clients.entries()) {
		await client.connect();
		await client.query("begin");
		await client.query("set local lock_timeout = '5s'");
		await client.query(
			"insert into devices (account_id, name) values ($1, $2)",
			[account, `at once ${n}`],
		);
	}
	for (const client of clients) {
		await client.query("commit");
		await client.end();
	}
	expect(await rowsOf(DIFFERENCES)).toEqual([]);
});

test("a change of what no figure tells leaves nothing to add up", async () => {
	await addUpAllCounts(scene.database);
	await rowsOf(
		"update endpoints set last_seen_at = now(), status = status where account_id = $1",
		account,
	);
	await rowsOf("update devices set tag = 'x' where account_id = $1", account);
	expect(await addUpAllCounts(scene.database)).toBe(0);
});

test("figures go with their account, whichever way it goes", async () => {
	await fill(doomed);
	await addUpAllCounts(scene.database);
	await scene.database.transaction([doomed], (tx) => eraseAccount(tx, doomed));
	const cascading = await scene.account();
	await fill(cascading);
	await rowsOf("delete from accounts where id = $1", cascading);
	expect(
		await rowsOf(
			"select * from account_counts where account_id not in (select id from accounts)",
		),
	).toEqual([]);
});

test("a database that was filled before figures were kept has them after it is migrated", async () => {
	const { rows } = await scene.superuser.query(
		"select current_database() as name",
	);
	const name = `${rows[0].name}_before`;
	await scene.superuser.query(`create database ${name} owner reeve_owner`);
	const owner = {
		...scene.test.superuser,
		user: "reeve_owner",
		database: name,
	};
	const all = await readMigrations();
	await migrate(
		owner,
		"reeve_app",
		all.filter((migration) => migration.name < "0011"),
	);
	const former = new pg.Client({ ...scene.test.superuser, database: name });
	await former.connect();
	try {
		await former.query(
			"insert into accounts (kind, name) values ('standalone', 'A')",
		);
		await former.query(
			"insert into devices (account_id, name, status) select id, n, 1 + n % 7 from accounts, generate_series(1, 50) n",
		);
		await former.query(
			"insert into users (account_id, name, role) select id, 'u', 'user' from accounts",
		);
		await migrate(owner, "reeve_app", all);
		expect((await former.query(DIFFERENCES)).rows).toEqual([]);
		const kept = await former.query(
			"select sum(devices)::int as devices, sum(people)::int as people from account_counts",
		);
		expect(kept.rows).toEqual([{ devices: 50, people: 1 }]);
	} finally {
		await former.end();
		await scene.superuser.query(`drop database ${name}`);
	}
});
