import { isIPv4 } from "node:net";
import {
	BadField,
	boolean,
	choice,
	integer,
	optional,
	type Reader,
	readFields,
	text,
} from "./fields.ts";
import { bool, date, int, orNull, shapeOf, str } from "./schemas.ts";
import { wireDate } from "./wire-date.ts";

/** A registered network as its operations answer it, as far as this wire shows it. */
export interface NetworkRow {
	id: string;
	name: string;
	ip_address: string | null;
	prefix_length: number | null;
	is_dynamic: boolean;
	is_verified: boolean;
	status: string;
	created_at: string;
}

export function networkWire(row: NetworkRow) {
	return {
		originId: Number(row.id),
		name: row.name,
		ipAddress: row.ip_address,
		prefixLength: row.prefix_length,
		isDynamic: row.is_dynamic,
		isVerified: row.is_verified,
		status: row.status,
		createdAt: wireDate(row.created_at),
	};
}

const address: Reader<string> = (given) =>
	typeof given === "string" && isIPv4(given)
		? given
		: new BadField("must be an IPv4 address");

const shared = {
	name: text(1, 50),
	isDynamic: boolean,
	status: choice(["OPEN", "CLOSED"]),
	ipAddress: optional(address),
};

/** A body as input of `registered_networks.create`. @throws invalid */
export function readNewNetwork(body: Record<string, unknown>) {
	const prefixLength = integer(29, 32);
	return toInput(readFields(body, { ...shared, prefixLength }));
}

/** A body as input of `registered_networks.update`; the address may be left as it is. @throws invalid */
export function readNetworkChange(body: Record<string, unknown>) {
	const prefixLength = optional(integer(29, 32));
	return toInput(readFields(body, { ...shared, prefixLength }));
}

function toInput(fields: {
	name: string;
	isDynamic: boolean;
	status: string;
	ipAddress: string | undefined;
	prefixLength: number | undefined;
}) {
	const { name, isDynamic, status, ipAddress, prefixLength } = fields;
	return {
		name,
		is_dynamic: isDynamic,
		status,
		...(ipAddress === undefined ? {} : { ip_address: ipAddress }),
		...(prefixLength === undefined ? {} : { prefix_length: prefixLength }),
	};
}

const status = { type: "string", enum: ["OPEN", "CLOSED"] };
const name = { type: "string", minLength: 1, maxLength: 50 };
const prefixLength = { type: "integer", minimum: 29, maximum: 32 };

export const networkSchema = shapeOf({
	originId: int,
	name: str,
	ipAddress: orNull(str),
	prefixLength: orNull(int),
	isDynamic: bool,
	isVerified: bool,
	status,
	createdAt: date,
});
export const newNetworkSchema = shapeOf({
	name,
	"ipAddress?": str,
	prefixLength,
	isDynamic: bool,
	status,
});
export const networkChangeSchema = shapeOf({
	name,
	isDynamic: bool,
	status,
	"ipAddress?": str,
	"prefixLength?": prefixLength,
});

export const newNetworkExample = {
	name: "Head office",
	ipAddress: "203.0.113.8",
	prefixLength: 29,
	isDynamic: false,
	status: "OPEN",
};
export const networkExample = {
	originId: 1000090,
	...newNetworkExample,
	isVerified: true,
	createdAt: "2026-01-05T09:00:00.000Z",
};
