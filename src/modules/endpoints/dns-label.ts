import { type Handle, sql } from "../../db/index.ts";

const LABEL_MAX = 63;

/**
 * A name in the account's DNS zone that nobody else has: the host's own, else with the end of its address, else with
 * its device id. Call it under the lock of the account's network.
 */
export async function freeDnsLabel(
	db: Handle,
	accountId: string,
	machine: { hostname: string; ip: string; deviceId: string; id?: string },
): Promise<string> {
	const base = labelOf(machine.hostname);
	const [, , third, fourth] = machine.ip.split(".");
	const wanted = [
		base,
		withEnd(base, `${third}-${fourth}`),
		withEnd(base, machine.deviceId.toLowerCase()),
	];
	const taken = await db.query<{ dns_label: string }>(
		sql`select dns_label from endpoints where account_id = ${accountId} and dns_label = any(${wanted}::text[]) and id <> ${machine.id ?? "0"}`,
	);
	const free = wanted.find(
		(label) => !taken.some(({ dns_label }) => dns_label === label),
	);
	// The device id is unique in the account, so the last one is free unless somebody named a host after it.
	return free ?? withEnd("endpoint", `${machine.deviceId.toLowerCase()}-x`);
}

/** The first label of a host name in letters, digits and hyphens (RFC 1123). */
function labelOf(hostname: string): string {
	const label = (hostname.split(".")[0] ?? "")
		.toLowerCase()
		.replaceAll(/[^a-z0-9-]+/g, "-")
		.slice(0, LABEL_MAX)
		.replaceAll(/^-+|-+$/g, "");
	return label === "" ? "endpoint" : label;
}

function withEnd(base: string, end: string): string {
	return `${base.slice(0, LABEL_MAX - 1 - end.length)}-${end}`;
}
