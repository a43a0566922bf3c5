import { type Handle, sql } from "../../db/index.ts";
import { EntityStore } from "../../kernel/index.ts";
import type { Device } from "./device.ts";

export const devices = new EntityStore<Device>({
	noun: "device",
	table: "devices",
	joins:
		"left join probes p on p.account_id = t.account_id and p.id = t.probe_id",
	columns: `t.id, t.account_id, t.kind, t.name, t.display_name, host(t.ip_address) as ip_address, t.dns_name, t.netmask,
	t.category, t.type, t.vendor, t.model, t.mac_address, t.serial_number, t.tag, t.device_id, t.protocol, t.poll_interval_seconds,
	t.managed, t.suppressed, t.status, t.status_at, t.interface_count, t.probe_id, p.number as probe_number, p.name as probe_name,
	t.region_id, coalesce(t.region_id, p.region_id) as effective_region_id, t.custom_fields, t.version, t.created_at, t.updated_at,
	case when not t.managed then 'unmanaged' when t.status_at is null then 'not_monitored_yet' else 'monitored' end as monitoring`,
	sortable: {
		name: "t.name",
		display_name: "t.display_name",
		ip_address: {
			expression: "coalesce(t.ip_address, '0.0.0.0')",
			type: "inet",
		},
		type: "t.type",
		category: "t.category",
		vendor: "t.vendor",
		model: "t.model",
		dns_name: "t.dns_name",
		serial_number: "t.serial_number",
		tag: "t.tag",
		protocol: "t.protocol",
		probe_name: "coalesce(p.name, '')",
		status: { expression: "t.status", type: "int" },
		status_at: {
			expression: "coalesce(t.status_at, 'epoch')",
			type: "timestamptz",
		},
		interface_count: { expression: "t.interface_count", type: "int" },
		created_at: { expression: "t.created_at", type: "timestamptz" },
	},
	searchable: [
		"t.name",
		"t.display_name",
		"host(t.ip_address)",
		"t.dns_name",
		"t.mac_address",
		"t.serial_number",
		"t.vendor",
		"t.model",
		"t.tag",
	],
	across: { sorted: ["name", "display_name"], search: "devices_with_text" },
});

export type DeviceValues = Pick<
	Device,
	| "kind"
	| "name"
	| "display_name"
	| "ip_address"
	| "dns_name"
	| "netmask"
	| "category"
	| "type"
	| "vendor"
	| "model"
	| "mac_address"
	| "serial_number"
	| "tag"
	| "device_id"
	| "protocol"
	| "poll_interval_seconds"
	| "managed"
	| "suppressed"
	| "probe_id"
	| "region_id"
	| "custom_fields"
>;

export async function insertDevice(
	db: Handle,
	accountId: string,
	d: DeviceValues,
): Promise<string> {
	const [row] = await db.query<{ id: string }>(sql`
		insert into devices (account_id, kind, name, display_name, ip_address, dns_name, netmask, category, type, vendor, model, mac_address,
			serial_number, tag, device_id, protocol, poll_interval_seconds, managed, suppressed, probe_id, region_id, custom_fields)
		values (${accountId}, ${d.kind}, ${d.name}, ${d.display_name}, ${d.ip_address}, ${d.dns_name}, ${d.netmask}, ${d.category}, ${d.type},
			${d.vendor}, ${d.model}, ${d.mac_address}, ${d.serial_number}, ${d.tag}, ${d.device_id}, ${d.protocol}, ${d.poll_interval_seconds},
			${d.managed}, ${d.suppressed}, ${d.probe_id}, ${d.region_id}, ${JSON.stringify(d.custom_fields)})
		returning id`);
	return (row as { id: string }).id;
}

/** A device that is no longer managed has no status; one that is managed again has none until it is polled. */
export async function changeDevice(
	db: Handle,
	accountId: string,
	id: string,
	d: DeviceValues,
): Promise<void> {
	await db.query(sql`
		update devices set name = ${d.name}, display_name = ${d.display_name}, ip_address = ${d.ip_address}, dns_name = ${d.dns_name},
			netmask = ${d.netmask}, category = ${d.category}, type = ${d.type}, vendor = ${d.vendor}, protocol = ${d.protocol},
			poll_interval_seconds = ${d.poll_interval_seconds}, suppressed = ${d.suppressed}, probe_id = ${d.probe_id},
			region_id = ${d.region_id}, custom_fields = ${JSON.stringify(d.custom_fields)},
			status = case when ${d.managed} then status else 7 end, status_at = case when ${d.managed} then status_at end,
			managed = ${d.managed}, version = version + 1, updated_at = now()
		where account_id = ${accountId} and id = ${id}`);
}
