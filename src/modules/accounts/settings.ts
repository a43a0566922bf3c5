import Type, { type Static } from "typebox";
import { Id, object } from "../../kernel/index.ts";

const DAY_SECONDS = 86_400;

const flag = (description: string) =>
	Type.Optional(Type.Boolean({ description }));
const groupIds = (description: string) =>
	Type.Optional(Type.Array(Id, { maxItems: 1000, description }));

const Extra = object({
	peer_approval_enabled: flag("New endpoints wait for approval"),
	user_approval_required: flag("New users wait for approval"),
	network_traffic_logs_enabled: flag("Endpoints report their traffic"),
	network_traffic_logs_groups: groupIds("Whose traffic; empty for all"),
	network_traffic_packet_counter_enabled: flag("Count packets and bytes too"),
});

/**
 * Settings that agents and their clients read and write, under the names they use. In an update every field is
 * optional and what is left out stays; in an answer every field is there.
 */
export const Settings = object({
	peer_login_expiration_enabled: flag("Endpoints of users log in again"),
	peer_login_expiration: Type.Optional(
		Type.Integer({
			minimum: 3600,
			maximum: 180 * DAY_SECONDS,
			description: "Seconds until they must",
		}),
	),
	peer_inactivity_expiration_enabled: flag("Idle endpoints log in again"),
	peer_inactivity_expiration: Type.Optional(
		Type.Integer({
			minimum: 0,
			maximum: 180 * DAY_SECONDS,
			description: "Seconds of idleness until they must",
		}),
	),
	regular_users_view_blocked: flag("Users of role user see nothing"),
	groups_propagation_enabled: flag("Groups of a user reach the endpoints"),
	jwt_groups_enabled: flag("Groups come from the identity provider"),
	jwt_groups_claim_name: Type.Optional(Type.String({ maxLength: 255 })),
	jwt_allow_groups: Type.Optional(
		Type.Array(Type.String({ maxLength: 255 }), { maxItems: 100 }),
	),
	routing_peer_dns_resolution_enabled: flag("Routers resolve domain routes"),
	dns_domain: Type.Optional(
		Type.String({
			maxLength: 253,
			pattern:
				"^((?!-)[A-Za-z0-9-]{1,63}(?<!-)(\\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*)?$",
			description: "Domain of the endpoints' names; empty for the server's own",
		}),
	),
	lazy_connection_enabled: flag("Endpoints connect when traffic needs it"),
	peer_expose_enabled: flag("Endpoints may publish services"),
	peer_expose_groups: groupIds("Whose endpoints may"),
	auto_update_version: Type.Optional(Type.String({ maxLength: 50 })),
	auto_update_always: flag("Update agents without asking"),
	metrics_push_enabled: flag("Agents send figures of their work"),
	agent_network_only: flag("The account serves agents alone"),
	dashboard_features: Type.Optional(
		object({ agent_network: flag("Show the agent network") }),
	),
	local_mfa_enabled: flag("Local users sign in with a second factor"),
	tenant_reach_mfa_enabled: flag(
		"Whoever reaches tenants signs in with a second factor",
	),
	ipv6_enabled_groups: groupIds("Whose endpoints get IPv6 addresses"),
	extra: Type.Optional(Extra),
});
export type Settings = Static<typeof Settings>;

/** What a new account starts with, and what stands for fields that an older account lacks. */
export const defaultSettings = {
	peer_login_expiration_enabled: true,
	peer_login_expiration: DAY_SECONDS,
	peer_inactivity_expiration_enabled: false,
	peer_inactivity_expiration: 600,
	regular_users_view_blocked: true,
	groups_propagation_enabled: true,
	jwt_groups_enabled: false,
	jwt_groups_claim_name: "",
	jwt_allow_groups: [] as string[],
	routing_peer_dns_resolution_enabled: true,
	dns_domain: "",
	lazy_connection_enabled: false,
	peer_expose_enabled: false,
	peer_expose_groups: [] as string[],
	auto_update_version: "",
	auto_update_always: false,
	metrics_push_enabled: false,
	agent_network_only: false,
	dashboard_features: { agent_network: false },
	local_mfa_enabled: false,
	tenant_reach_mfa_enabled: true,
	ipv6_enabled_groups: [] as string[],
	extra: {
		peer_approval_enabled: false,
		user_approval_required: true,
		network_traffic_logs_enabled: false,
		network_traffic_logs_groups: [] as string[],
		network_traffic_packet_counter_enabled: false,
	},
} satisfies Settings;

/** Settings with some fields changed; the nested ones are laid over field by field too. */
export function mergeSettings(base: Settings, given: Settings): Settings {
	return {
		...base,
		...given,
		dashboard_features: {
			...base.dashboard_features,
			...given.dashboard_features,
		},
		extra: { ...base.extra, ...given.extra },
	};
}

/** The groups that settings name, each with the field that names it. */
export function namedGroups(
	settings: Settings,
): { field: string; ids: readonly string[] }[] {
	return [
		{ field: "peer_expose_groups", ids: settings.peer_expose_groups ?? [] },
		{ field: "ipv6_enabled_groups", ids: settings.ipv6_enabled_groups ?? [] },
		{
			field: "extra/network_traffic_logs_groups",
			ids: settings.extra?.network_traffic_logs_groups ?? [],
		},
	];
}
