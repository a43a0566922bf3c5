import { afterAll, beforeAll, expect, test } from "vitest";
import { Epochs } from "../../src/kernel/epoch.ts";
import {
	deleteOldIdempotencyKeys,
	deleteOldUsage,
} from "../../src/worker/expired-rows.ts";
import {
	removeEphemeralEndpoints,
	turnOffSilentEndpoints,
} from "../../src/worker/silent-endpoints.ts";
import { type AuditScene, openAuditScene } from "../audit/audit-scene.ts";
import { addCredential, addEndpoint } from "./worker-scene.ts";

let scene: AuditScene;
let account: string;
let other: string;
const now = new Date("2026-03-01T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

beforeAll(async () => {
	scene = await openAuditScene();
	account = await scene.account();
	other = await scene.account();
	await scene.superuser.query("call ensure_audit_partitions($1)", [now]);
});
afterAll(() => scene.close());

async function rowsOf(text: string, ...values: unknown[]) {
	return (await scene.superuser.query(text, values)).rows;
}

async function addKey(accountId: string, name: string, at: Date) {
	await rowsOf(
		"insert into idempotency_keys (account_id, credential_id, key, operation, request_hash, created_at) values ($1, 1, $2, 'x', '', $3)",
		accountId,
		name,
		at,
	);
}

test("idempotency keys are deleted after 24 hours, and not before, in every account", async () => {
	for (const id of [account, other]) {
		await addKey(id, "old", ago(24 * 60 + 1));
		await addKey(id, "young", ago(24 * 60 - 1));
	}
	for (let i = 0; i < 450; i++)
		await addKey(account, `old ${i}`, ago(2 * 24 * 60));
	expect(await deleteOldIdempotencyKeys(scene.database, now.getTime())).toBe(
		452,
	);
	expect(await rowsOf("select key from idempotency_keys")).toEqual([
		{ key: "young" },
		{ key: "young" },
	]);
});

test("usage figures are deleted after 90 days", async () => {
	const credential = await addCredential(scene, account);
	for (const days of [89, 91])
		await rowsOf(
			"insert into credential_usage (account_id, credential_id, operation, hour, calls) values ($1, $2, 'x', $3, 1)",
			account,
			credential,
			ago(days * 24 * 60),
		);
	expect(await deleteOldUsage(scene.database, now.getTime())).toBe(1);
});

test("an endpoint that was not heard of for three minutes is off, and keeps what it was", async () => {
	await addEndpoint(scene, account, { name: "silent", seenAt: ago(3.1) });
	await addEndpoint(scene, account, { name: "alive", seenAt: ago(2.9) });
	await addEndpoint(scene, other, {
		name: "off",
		seenAt: ago(99),
		status: "Off",
	});
	expect(await turnOffSilentEndpoints(scene.database, now.getTime())).toBe(1);
	expect(
		await rowsOf(
			"select name, status, last_sync_status from endpoints order by id",
		),
	).toEqual([
		{ name: "silent", status: "Off", last_sync_status: "Encrypted" },
		{ name: "alive", status: "Encrypted", last_sync_status: "Off" },
		{ name: "off", status: "Off", last_sync_status: "Off" },
	]);
});

test("an ephemeral endpoint is removed after ten silent minutes, with its credential and with a row in the log", async () => {
	const gone = await addEndpoint(scene, account, {
		name: "gone",
		seenAt: ago(10.1),
		ephemeral: true,
	});
	await addEndpoint(scene, account, {
		name: "back",
		seenAt: ago(9.9),
		ephemeral: true,
	});
	await addEndpoint(scene, other, { name: "lasting", seenAt: ago(999) });
	const router = await addEndpoint(scene, other, {
		name: "router",
		seenAt: ago(999),
		ephemeral: true,
	});
	await rowsOf(
		"with n as (insert into networks (account_id, name) values ($1, 'N') returning id) insert into network_routers (account_id, network_id, endpoint_id) select $1, id, $2 from n",
		other,
		router,
	);
	const credential = await addCredential(scene, account, {
		kind: "endpoint",
		subjectId: gone,
	});
	const epochs = new Epochs();
	const stamp = epochs.stamp();
	expect(await removeEphemeralEndpoints(scene.database, epochs, now)).toBe(1);
	expect(await rowsOf("select id from endpoints where id = $1", gone)).toEqual(
		[],
	);
	expect(
		await rowsOf("select id from credentials where id = $1", credential),
	).toEqual([]);
	expect(epochs.holds(stamp, [account])).toBe(false);
	expect(epochs.holds(stamp, [other])).toBe(true);
	expect(
		await rowsOf(
			"select account_id, at, actor_kind, actor_id, credential_id, surface, operation, outcome, target_type, target_id, target_name, before->>'name' as was from audit_events",
		),
	).toEqual([
		{
			account_id: account,
			at: now,
			actor_kind: "system",
			actor_id: null,
			credential_id: null,
			surface: "system",
			operation: "endpoints.delete",
			outcome: "done",
			target_type: "endpoint",
			target_id: gone,
			target_name: "gone",
			was: "gone",
		},
	]);
});
