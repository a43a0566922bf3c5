import { afterAll, beforeAll, expect, test } from "vitest";
import { operations } from "../../src/modules/index.ts";
import { callOperation } from "./call-operation.ts";
import { type Made, type Step, scenario } from "./scenario.ts";
import { openWorld, type World } from "./world.ts";

let world: World;

beforeAll(async () => {
	world = await openWorld();
});

afterAll(() => world?.stop());

/** Writes whose rows have a test of their own beside what makes them possible. This list may only shrink. */
const elsewhere = new Set([
	"accounts.delete",
	"accounts.answer_invite",
	"tenants.invite",
	"tenants.unlink",
	"users.transfer_ownership",
	"users.approve",
	"users.reject",
	"users.change_password",
	"endpoints.enroll",
	"sessions.passkey_options",
	"second_factors.begin_passkey",
	"second_factors.confirm_totp",
	"second_factors.confirm_passkey",
	"second_factors.renew_recovery_codes",
	"second_factors.delete",
]);

test("every write leaves its audit row, with who, where and what, and no secret", async () => {
	const made: Made = {};
	const missing: string[] = [];
	for (const step of scenario) {
		const complaint = await take(step, made);
		if (complaint) missing.push(`${step.operation}: ${complaint}`);
	}
	expect(missing).toEqual([]);
});

test("the scenario holds every write there is", () => {
	const covered = new Set(scenario.map((step) => step.operation));
	const writes = operations
		.filter((operation) => operation.access === "write" && !operation.quiet)
		.map((operation) => operation.id);
	expect(writes.filter((id) => !covered.has(id) && !elsewhere.has(id))).toEqual(
		[],
	);
	expect(
		[...elsewhere].filter((id) => covered.has(id) || !writes.includes(id)),
	).toEqual([]);
});

async function take(step: Step, made: Made): Promise<string | undefined> {
	const operation = world.server.server.resources.registry.get(step.operation);
	const account = step.at === "tenant" ? world.tenantId : undefined;
	const answer = await callOperation(
		world.server,
		operation,
		step.input(made, world),
		operation.scope === "session"
			? world.sessions.owner
			: world.server.first.token,
		account,
	);
	if (answer.status < 200 || answer.status > 299)
		return `${answer.status} ${answer.text}`;
	if (step.keep) made[step.keep] = answer.json.id;
	const row = await auditRow(
		step.operation,
		answer.headers.get("x-request-id") as string,
		account,
	);
	if (!row) return "no audit row";
	const { ownerId, accountId } = world.server.first;
	if (row.actor.id !== ownerId || row.actor.account_id !== accountId)
		return `wrong actor ${row.actor.id}`;
	if (row.external !== (account !== undefined))
		return `external is ${row.external}`;
	const secrets = (operation.secrets ?? [])
		.map((field) => answer.json[field])
		.filter((value) => typeof value === "string");
	const leaked = secrets.find((secret) => JSON.stringify(row).includes(secret));
	return leaked === undefined ? undefined : "a secret is in the row";
}

interface AuditRow {
	request_id: string;
	operation: string;
	actor: { id: string; account_id: string };
	external: boolean;
}

async function auditRow(
	operation: string,
	requestId: string,
	account: string | undefined,
): Promise<AuditRow | undefined> {
	const where = account === undefined ? "" : `&account=${account}`;
	const { json } = await world.server.call(
		"GET",
		`/api/v1/audit-events?operation=${operation}&limit=20${where}`,
		{ token: world.server.first.token },
	);
	return (json.data as AuditRow[]).find((row) => row.request_id === requestId);
}
