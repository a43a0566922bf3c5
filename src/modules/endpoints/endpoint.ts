import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";
import { GroupSummary, groupSummaryExample } from "../groups/index.ts";

/** What a machine says of its protection; `Off` is what the server says of one that has fallen silent. */
export const endpointStatuses = [
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
export type EndpointStatus = (typeof endpointStatuses)[number];

export const EndpointName = Type.String({ minLength: 1, maxLength: 255 });

const text = (maxLength: number) => Type.Optional(Type.String({ maxLength }));

/** What a machine tells of itself, when it enrols and whenever it changes. */
export const machineFacts = {
	os: text(100),
	os_version: text(255),
	kernel_version: text(255),
	agent_version: text(100),
	ui_version: text(100),
	serial_number: text(255),
};

export const Endpoint = object({
	id: Id,
	account_id: Id,
	name: Type.String(),
	hostname: Type.String(),
	device_id: Type.String({ description: "16 upper-case hex digits" }),
	ip: nullable(Type.String()),
	dns_label: Type.String(),
	extra_dns_labels: Type.Array(Type.String()),
	connection_ip: nullable(Type.String()),
	os: Type.String(),
	os_version: Type.String(),
	kernel_version: Type.String(),
	agent_version: Type.String(),
	ui_version: Type.String(),
	serial_number: Type.String(),
	public_key: Type.String(),
	country_code: Type.String(),
	city_name: Type.String(),
	status: oneOf(endpointStatuses),
	last_sync_status: oneOf(endpointStatuses, {
		description: "The status when it was last heard of",
	}),
	connected: Type.Boolean(),
	user_id: nullable(Id),
	setup_key_id: nullable(Id),
	ephemeral: Type.Boolean(),
	ssh_enabled: Type.Boolean(),
	login_expiration_enabled: Type.Boolean(),
	login_expired: Type.Boolean(),
	inactivity_expiration_enabled: Type.Boolean(),
	approval_required: Type.Boolean(),
	groups: Type.Array(GroupSummary),
	last_login_at: nullable(Timestamp),
	last_seen_at: nullable(Timestamp),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Endpoint = Static<typeof Endpoint>;

export const endpointExample: Endpoint = {
	id: "1000051",
	account_id: "1000007",
	name: "web-1",
	hostname: "web-1",
	device_id: "0101BC6AE7E9B560",
	ip: "100.64.12.9",
	dns_label: "web-1",
	extra_dns_labels: [],
	connection_ip: "192.0.2.20",
	os: "Linux",
	os_version: "12",
	kernel_version: "6.1.0",
	agent_version: "0.31.0",
	ui_version: "",
	serial_number: "",
	public_key: "",
	country_code: "",
	city_name: "",
	status: "Protected",
	last_sync_status: "Protected",
	connected: true,
	user_id: null,
	setup_key_id: "1000081",
	ephemeral: false,
	ssh_enabled: false,
	login_expiration_enabled: false,
	login_expired: false,
	inactivity_expiration_enabled: false,
	approval_required: false,
	groups: [groupSummaryExample],
	last_login_at: "2026-01-05T09:00:00.000Z",
	last_seen_at: "2026-01-05T09:00:00.000Z",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
