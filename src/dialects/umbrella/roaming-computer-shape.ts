import { choice, optional, readFields, text, time } from "./fields.ts";
import { bool, int, orNull, shapeOf, str } from "./schemas.ts";
import { wireDate } from "./wire-date.ts";

export const roamingStatuses = [
	"Off",
	"Unprotected",
	"Protected",
	"Encrypted",
	"ProtectedByVA",
	"ProtectedByNetwork",
	"DisabledByUser",
	"Uninstalled",
	"DisabledByVPN",
] as const;

/** An endpoint as its operations answer it, as far as this wire shows it. */
export interface EndpointRow {
	id: string;
	device_id: string;
	name: string;
	status: string;
	last_sync_status: string;
	last_seen_at: string | null;
	agent_version: string;
	os: string;
	os_version: string;
}

/** @param appliedBundle the DNS policy that applies to it; a list does not say, as the vendor's does not */
export function roamingComputerWire(
	row: EndpointRow,
	appliedBundle: number | null = null,
) {
	return {
		originId: Number(row.id),
		deviceId: row.device_id,
		type: "roaming",
		status: row.status,
		lastSyncStatus: row.last_sync_status,
		lastSync: row.last_seen_at === null ? "never" : wireDate(row.last_seen_at),
		appliedBundle,
		hasIpBlocking: false,
		version: row.agent_version,
		osVersion: row.os_version,
		osVersionName: `${row.os} ${row.os_version}`.trim(),
		name: row.name,
	};
}

/** The parameters of the list as filters of `endpoints.list`. @throws invalid */
export function readRoamingFilters(query: Record<string, unknown>) {
	const { name, status, lastSyncBefore, lastSyncAfter } = readFields(query, {
		name: optional(text(0, 255)),
		status: optional(choice(roamingStatuses)),
		lastSyncBefore: optional(time),
		lastSyncAfter: optional(time),
	});
	return {
		...(name === undefined ? {} : { name }),
		...(status === undefined ? {} : { status }),
		...(lastSyncBefore && { last_seen_before: lastSyncBefore.toISOString() }),
		...(lastSyncAfter && { last_seen_after: lastSyncAfter.toISOString() }),
	};
}

/** The new name, the one thing that may change. @throws invalid */
export function readRoamingName(body: Record<string, unknown>): string {
	return readFields(body, { name: text(1, 50) }).name;
}

export const roamingComputerSchema = shapeOf({
	originId: int,
	deviceId: str,
	type: str,
	status: { type: "string", enum: [...roamingStatuses] },
	lastSyncStatus: { type: "string", enum: [...roamingStatuses] },
	lastSync: { type: "string", description: "A time, or never" },
	appliedBundle: orNull(int),
	hasIpBlocking: bool,
	version: str,
	osVersion: str,
	osVersionName: str,
	name: str,
});
export const roamingNameSchema = shapeOf({
	name: { type: "string", minLength: 1, maxLength: 50 },
});

export const roamingComputerExample = {
	originId: 1000051,
	deviceId: "0101BC6AE7E9B560",
	type: "roaming",
	status: "Encrypted",
	lastSyncStatus: "Encrypted",
	lastSync: "2026-01-05T09:00:00.000Z",
	appliedBundle: 1000080,
	hasIpBlocking: false,
	version: "3.0.29",
	osVersion: "10.14.6",
	osVersionName: "macOS 10.14.6",
	name: "reception",
};
