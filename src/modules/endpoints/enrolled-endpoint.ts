import { randomBytes } from "node:crypto";
import { type Handle, sql } from "../../db/index.ts";
import type { Context } from "../../kernel/index.ts";
import type { LockedSetupKey } from "../setup-keys/index.ts";
import { type AccountNetwork, freeAddress } from "./address.ts";
import { connectionIp } from "./connection-ip.ts";
import { freeDnsLabel } from "./dns-label.ts";
import type { MachineInput } from "./enroll-endpoint.ts";

export interface EnrolledBefore {
	id: string;
	setup_key_id: string | null;
}

/** The endpoint that a machine's public key belongs to already. */
export async function enrolledBefore(
	db: Handle,
	accountId: string,
	publicKey: string | undefined,
): Promise<EnrolledBefore | undefined> {
	if (publicKey === undefined) return undefined;
	const [row] = await db.query<EnrolledBefore>(
		sql`select id, setup_key_id from endpoints where account_id = ${accountId} and public_key = ${publicKey} for update`,
	);
	return row;
}

/** Stores a machine with a free address and name; answers its id. Call it under the lock of the account's network. */
export async function insertEndpoint(
	ctx: Context,
	network: AccountNetwork,
	machine: MachineInput,
	key: LockedSetupKey,
): Promise<string> {
	const { db, now, account } = ctx;
	const facts = printable(machine);
	const deviceId = randomBytes(8).toString("hex").toUpperCase();
	const ip = await freeAddress(db, account.id, network.range);
	const { hostname } = facts;
	const label = await freeDnsLabel(db, account.id, { hostname, ip, deviceId });
	const [row] = await db.query<{ id: string }>(sql`
		insert into endpoints (account_id, name, hostname, device_id, ip, dns_label, extra_dns_labels, connection_ip, os, os_version, kernel_version,
			agent_version, ui_version, serial_number, public_key, status, last_sync_status, setup_key_id, ephemeral, approval_required, last_login_at, last_seen_at)
		values (${account.id}, ${hostname}, ${hostname}, ${deviceId}, ${ip}, ${label}, ${machine.extra_dns_labels ?? []}, ${connectionIp(ctx.address)}, ${facts.os}, ${facts.os_version},
			${facts.kernel_version}, ${facts.agent_version}, ${facts.ui_version}, ${facts.serial_number}, ${machine.public_key ?? ""}, 'Protected', 'Protected',
			${key.id}, ${key.ephemeral}, ${network.approvalRequired}, ${now}, ${now})
		returning id`);
	return (row as { id: string }).id;
}

/** The machine as it is now, under the identity it had; the credential it had before opens nothing more. */
export async function renewEndpoint(
	ctx: Context,
	{ id }: EnrolledBefore,
	machine: MachineInput,
	key: LockedSetupKey,
): Promise<string> {
	const { db, now, account } = ctx;
	const facts = printable(machine);
	await db.query(sql`update endpoints set hostname = ${facts.hostname}, os = ${facts.os}, os_version = ${facts.os_version},
		kernel_version = ${facts.kernel_version}, agent_version = ${facts.agent_version}, ui_version = ${facts.ui_version},
		serial_number = ${facts.serial_number}, extra_dns_labels = ${machine.extra_dns_labels ?? []}, connection_ip = ${connectionIp(ctx.address)},
		status = 'Protected', last_sync_status = 'Protected', setup_key_id = ${key.id}, last_login_at = ${now}, last_seen_at = ${now},
		version = version + 1, updated_at = now() where account_id = ${account.id} and id = ${id}`);
	await db.query(
		sql`delete from credentials where account_id = ${account.id} and kind = 'endpoint' and subject_id = ${id}`,
	);
	return id;
}

/** Puts an endpoint into the group All and into those of its setup key. */
export async function joinGroups(
	db: Handle,
	accountId: string,
	id: string,
	setupKeyId: string,
): Promise<void> {
	await db.query(sql`insert into group_endpoints (account_id, group_id, endpoint_id)
		select g.account_id, g.id, ${id}::bigint from groups g where g.account_id = ${accountId} and (g.built_in = 'all'
			or exists (select 1 from setup_key_groups m where m.account_id = g.account_id and m.group_id = g.id and m.setup_key_id = ${setupKeyId}))
		on conflict do nothing`);
}

type Facts = Record<
	| "hostname"
	| "os"
	| "os_version"
	| "kernel_version"
	| "agent_version"
	| "ui_version"
	| "serial_number",
	string
>;

/** What a machine says about itself is hostile text: control characters have no place in a name or a version. */
function printable(machine: MachineInput): Facts {
	const clean = (text = "") => text.replaceAll(/\p{Cc}/gu, "");
	return {
		hostname: clean(machine.hostname) || "endpoint",
		os: clean(machine.os),
		os_version: clean(machine.os_version),
		kernel_version: clean(machine.kernel_version),
		agent_version: clean(machine.agent_version),
		ui_version: clean(machine.ui_version),
		serial_number: clean(machine.serial_number),
	};
}
