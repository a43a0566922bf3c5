import {
	type GroupSummary,
	groupMinimumSchema,
	toGroupMinimum,
} from "./group-shape.ts";
import { date, flag, integer, listOf, shape, text } from "./schemas.ts";
import { dateOr } from "./wire.ts";

/** An endpoint as the core shows it. */
export interface Endpoint {
	id: string;
	name: string;
	hostname: string;
	ip: string | null;
	dns_label: string;
	extra_dns_labels: string[];
	connection_ip: string | null;
	os: string;
	os_version: string;
	kernel_version: string;
	agent_version: string;
	ui_version: string;
	serial_number: string;
	country_code: string;
	city_name: string;
	connected: boolean;
	user_id: string | null;
	ephemeral: boolean;
	ssh_enabled: boolean;
	login_expiration_enabled: boolean;
	login_expired: boolean;
	inactivity_expiration_enabled: boolean;
	approval_required: boolean;
	groups: GroupSummary[];
	last_login_at: string | null;
	last_seen_at: string | null;
	created_at: string;
}

/** @param domain of the account's names; empty where it has none of its own */
export function toWirePeer(endpoint: Endpoint, domain: string) {
	return {
		...toAccessiblePeer(endpoint, domain),
		created_at: endpoint.created_at,
		connection_ip: endpoint.connection_ip ?? "",
		kernel_version: endpoint.kernel_version,
		version: endpoint.agent_version,
		groups: endpoint.groups.map(toGroupMinimum),
		ssh_enabled: endpoint.ssh_enabled,
		hostname: endpoint.hostname,
		ui_version: endpoint.ui_version,
		login_expiration_enabled: endpoint.login_expiration_enabled,
		login_expired: endpoint.login_expired,
		last_login: dateOr(endpoint.last_login_at),
		inactivity_expiration_enabled: endpoint.inactivity_expiration_enabled,
		approval_required: endpoint.approval_required,
		serial_number: endpoint.serial_number,
		extra_dns_labels: endpoint.extra_dns_labels,
		ephemeral: endpoint.ephemeral,
	};
}

/** What one peer is told of another. */
export function toAccessiblePeer(endpoint: Endpoint, domain: string) {
	const { dns_label: label, os, os_version } = endpoint;
	return {
		id: endpoint.id,
		name: endpoint.name,
		ip: endpoint.ip ?? "",
		dns_label: label === "" || domain === "" ? label : `${label}.${domain}`,
		user_id: endpoint.user_id ?? "",
		os: `${os} ${os_version}`.trim(),
		country_code: endpoint.country_code,
		city_name: endpoint.city_name,
		geoname_id: 0,
		connected: endpoint.connected,
		last_seen: dateOr(endpoint.last_seen_at),
	};
}

const accessibleFields = {
	id: text,
	name: text,
	ip: text,
	dns_label: text,
	user_id: text,
	os: text,
	country_code: text,
	city_name: text,
	geoname_id: integer,
	connected: flag,
	last_seen: date,
};

export const accessiblePeerSchema = shape(accessibleFields);

export const peerFields = {
	...accessibleFields,
	created_at: date,
	connection_ip: text,
	kernel_version: text,
	version: text,
	groups: listOf(groupMinimumSchema),
	ssh_enabled: flag,
	hostname: text,
	ui_version: text,
	login_expiration_enabled: flag,
	login_expired: flag,
	last_login: date,
	inactivity_expiration_enabled: flag,
	approval_required: flag,
	serial_number: text,
	extra_dns_labels: listOf(text),
	ephemeral: flag,
};

export const accessiblePeerExample = {
	id: "1000051",
	name: "web-1",
	ip: "100.64.12.9",
	dns_label: "web-1.acme.internal",
	user_id: "",
	os: "Linux 12",
	country_code: "",
	city_name: "",
	geoname_id: 0,
	connected: true,
	last_seen: "2026-01-05T09:00:00.000Z",
};

export const peerExample = {
	...accessiblePeerExample,
	created_at: "2026-01-05T09:00:00.000Z",
	connection_ip: "192.0.2.20",
	kernel_version: "6.1.0",
	version: "0.31.0",
	groups: [
		{ id: "1000042", name: "Web servers", peers_count: 1, resources_count: 0 },
	],
	ssh_enabled: false,
	hostname: "web-1",
	ui_version: "",
	login_expiration_enabled: false,
	login_expired: false,
	last_login: "2026-01-05T09:00:00.000Z",
	inactivity_expiration_enabled: false,
	approval_required: false,
	serial_number: "",
	extra_dns_labels: [],
	ephemeral: false,
};
