import { optional, readFields, text } from "./fields.ts";
import { date, int, shapeOf, str } from "./schemas.ts";
import { wireDate } from "./wire-date.ts";

/** A device as its operations answer it, as far as this wire shows it. */
export interface DeviceRow {
	id: string;
	account_id: string;
	kind: string;
	name: string;
	display_name: string;
	model: string;
	mac_address: string | null;
	serial_number: string;
	device_id: string | null;
	created_at: string;
}

export function networkDeviceWire(row: DeviceRow) {
	return {
		originId: Number(row.id),
		deviceId: row.device_id,
		deviceKey: `${row.model}-${row.mac_address}`,
		name: row.name,
		serialNumber: row.serial_number,
		createdAt: wireDate(row.created_at),
		organizationId: Number(row.account_id),
	};
}

const name = text(1, 50);

/** A body as input of `devices.create`. @throws invalid */
export function readNewDevice(body: Record<string, unknown>) {
	const fields = readFields(body, {
		model: text(1, 128, {
			pattern: /^[0-9A-Za-z_.-]+$/,
			why: "must consist of letters, digits, dots, dashes and underscores",
		}),
		macAddress: text(12, 12, {
			pattern: /^[0-9A-Fa-f]{12}$/,
			why: "must be twelve hexadecimal digits without separators",
		}),
		name,
		serialNumber: text(1, 255),
		tag: optional(text(0, 50)),
	});
	return {
		kind: "network_device",
		name: fields.name,
		model: fields.model,
		mac_address: fields.macAddress,
		serial_number: fields.serialNumber,
		...(fields.tag === undefined ? {} : { tag: fields.tag }),
	};
}

/** The new name, the one thing that may change. @throws invalid */
export function readDeviceName(body: Record<string, unknown>): string {
	return readFields(body, { name }).name;
}

export const networkDeviceSchema = shapeOf({
	originId: int,
	deviceId: str,
	deviceKey: str,
	name: str,
	serialNumber: str,
	createdAt: date,
	organizationId: int,
});
export const newDeviceSchema = shapeOf({
	model: { type: "string", maxLength: 128, pattern: "^[0-9A-Za-z_.-]+$" },
	macAddress: { type: "string", pattern: "^[0-9A-Fa-f]{12}$" },
	name: { type: "string", minLength: 1, maxLength: 50 },
	serialNumber: { type: "string", minLength: 1, maxLength: 255 },
	"tag?": { type: "string", maxLength: 50 },
});
export const deviceNameSchema = shapeOf({
	name: { type: "string", minLength: 1, maxLength: 50 },
});

export const newDeviceExample = {
	model: "C1111-8P",
	macAddress: "001122334455",
	name: "Branch router",
	serialNumber: "FGL2318A0BC",
	tag: "branch",
};
export const networkDeviceExample = {
	originId: 1000120,
	deviceId: "f338b89c814cc87b",
	deviceKey: "C1111-8P-001122334455",
	name: "Branch router",
	serialNumber: "FGL2318A0BC",
	createdAt: "2026-01-05T09:00:00.000Z",
	organizationId: 1000007,
};
