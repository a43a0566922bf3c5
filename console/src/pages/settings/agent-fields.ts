import type {
	Account,
	AccountsUpdateInput,
} from "../../../../generated/client.ts";

const HOUR_SECONDS = 3600;
const MINUTE_SECONDS = 60;

/** The settings of agents, flat, in the units that people think in. */
export interface AgentFields {
	network_range: string;
	dns_domain: string;
	ipv6_enabled_groups: string[];
	routing_peer_dns_resolution_enabled: boolean;
	lazy_connection_enabled: boolean;
	peer_approval_enabled: boolean;
	peer_login_expiration_enabled: boolean;
	/** Hours. */
	peer_login_expiration: number | null;
	peer_inactivity_expiration_enabled: boolean;
	/** Minutes. */
	peer_inactivity_expiration: number | null;
	regular_users_view_blocked: boolean;
	groups_propagation_enabled: boolean;
	jwt_groups_enabled: boolean;
	jwt_groups_claim_name: string;
	jwt_allow_groups: string[];
	peer_expose_enabled: boolean;
	peer_expose_groups: string[];
	auto_update_version: string;
	auto_update_always: boolean;
	network_traffic_logs_enabled: boolean;
	network_traffic_logs_groups: string[];
	network_traffic_packet_counter_enabled: boolean;
	metrics_push_enabled: boolean;
	agent_network_only: boolean;
	agent_network: boolean;
}

/** What an account has; the server fills in what was never set. */
export function agentFields({ settings, network_range }: Account): AgentFields {
	const { extra = {}, dashboard_features = {}, ...flat } = settings;
	return {
		network_range: network_range ?? "",
		dns_domain: flat.dns_domain ?? "",
		ipv6_enabled_groups: flat.ipv6_enabled_groups ?? [],
		routing_peer_dns_resolution_enabled:
			flat.routing_peer_dns_resolution_enabled ?? true,
		lazy_connection_enabled: flat.lazy_connection_enabled ?? false,
		peer_approval_enabled: extra.peer_approval_enabled ?? false,
		peer_login_expiration_enabled: flat.peer_login_expiration_enabled ?? true,
		peer_login_expiration: (flat.peer_login_expiration ?? 0) / HOUR_SECONDS,
		peer_inactivity_expiration_enabled:
			flat.peer_inactivity_expiration_enabled ?? false,
		peer_inactivity_expiration:
			(flat.peer_inactivity_expiration ?? 0) / MINUTE_SECONDS,
		regular_users_view_blocked: flat.regular_users_view_blocked ?? true,
		groups_propagation_enabled: flat.groups_propagation_enabled ?? true,
		jwt_groups_enabled: flat.jwt_groups_enabled ?? false,
		jwt_groups_claim_name: flat.jwt_groups_claim_name ?? "",
		jwt_allow_groups: flat.jwt_allow_groups ?? [],
		peer_expose_enabled: flat.peer_expose_enabled ?? false,
		peer_expose_groups: flat.peer_expose_groups ?? [],
		auto_update_version: flat.auto_update_version ?? "",
		auto_update_always: flat.auto_update_always ?? false,
		network_traffic_logs_enabled: extra.network_traffic_logs_enabled ?? false,
		network_traffic_logs_groups: extra.network_traffic_logs_groups ?? [],
		network_traffic_packet_counter_enabled:
			extra.network_traffic_packet_counter_enabled ?? false,
		metrics_push_enabled: flat.metrics_push_enabled ?? false,
		agent_network_only: flat.agent_network_only ?? false,
		agent_network: dashboard_features.agent_network ?? false,
	};
}

const inExtra = [
	"peer_approval_enabled",
	"network_traffic_logs_enabled",
	"network_traffic_logs_groups",
	"network_traffic_packet_counter_enabled",
] as const;

/** The change that is sent. The range only when there is one: naming it gives every endpoint a new address. */
export function agentInput({
	network_range,
	agent_network,
	peer_login_expiration,
	peer_inactivity_expiration,
	...fields
}: AgentFields): AccountsUpdateInput {
	const extra = Object.fromEntries(inExtra.map((name) => [name, fields[name]]));
	const flat = Object.fromEntries(
		Object.entries(fields).filter(([name]) => !(name in extra)),
	);
	return {
		...(network_range === "" ? {} : { network_range }),
		settings: {
			...flat,
			peer_login_expiration: Math.round(
				(peer_login_expiration ?? 0) * HOUR_SECONDS,
			),
			peer_inactivity_expiration: Math.round(
				(peer_inactivity_expiration ?? 0) * MINUTE_SECONDS,
			),
			dashboard_features: { agent_network },
			extra,
		},
	};
}

/** Where the server's pointers place each field. */
export function agentPointers(
	fields: AgentFields,
): Partial<Record<keyof AgentFields, string>> {
	const places = Object.keys(fields).map((name) => [name, placeOf(name)]);
	return Object.fromEntries(places);
}

function placeOf(name: string): string {
	if (name === "network_range") return "/network_range";
	if (name === "agent_network")
		return "/settings/dashboard_features/agent_network";
	return (inExtra as readonly string[]).includes(name)
		? `/settings/extra/${name}`
		: `/settings/${name}`;
}
