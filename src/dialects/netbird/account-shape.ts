import type { Fields } from "./fields.ts";
import { Refusal } from "./refusal.ts";
import { flag, integer, listOf, nothing, shape, text } from "./schemas.ts";

type Settings = Record<string, unknown>;

/** An account as the core shows it. */
export interface Account {
	id: string;
	name: string;
	domain: string;
	status: string;
	activated_at: string | null;
	subscription: string | null;
	is_trial: boolean;
	settings: Settings;
	onboarding: {
		signup_form_pending: boolean;
		onboarding_flow_pending: boolean;
	};
	network_range: string | null;
	created_by: string | null;
	created_at: string;
	updated_at: string;
}

/** A setting that the vendor's clients do not know stays on this side of the wire. */
export function toWireAccount(account: Account) {
	const { tenant_reach_mfa_enabled, ...settings } = account.settings;
	return {
		id: account.id,
		settings: {
			...settings,
			network_range: account.network_range ?? "",
			embedded_idp_enabled: true,
			local_auth_disabled: false,
		},
		domain: account.domain,
		domain_category: account.domain === "" ? "" : "private",
		created_at: account.created_at,
		created_by: account.created_by ?? "",
		onboarding: account.onboarding,
	};
}

const HOUR_SECONDS = 3600;
const LONGEST_SECONDS = 180 * 24 * HOUR_SECONDS;

const flags = [
	"peer_login_expiration_enabled",
	"peer_inactivity_expiration_enabled",
	"regular_users_view_blocked",
	"groups_propagation_enabled",
	"jwt_groups_enabled",
	"routing_peer_dns_resolution_enabled",
	"lazy_connection_enabled",
	"peer_expose_enabled",
	"auto_update_always",
	"metrics_push_enabled",
	"agent_network_only",
	"local_mfa_enabled",
] as const;
const texts = [
	"jwt_groups_claim_name",
	"dns_domain",
	"auto_update_version",
] as const;
const lists = [
	"jwt_allow_groups",
	"peer_expose_groups",
	"ipv6_enabled_groups",
] as const;
const extraFlags = [
	"peer_approval_enabled",
	"user_approval_required",
	"network_traffic_logs_enabled",
	"network_traffic_packet_counter_enabled",
] as const;

/** What a replacement of an account's settings asks of the core: settings left out are off or empty. @throws Refusal */
export function readSettings(fields: Fields): {
	settings: Settings;
	network_range?: string;
} {
	const expiration = fields.integer("peer_login_expiration");
	if (expiration < HOUR_SECONDS)
		throw new Refusal(
			422,
			"peer login expiration can't be smaller than one hour",
		);
	if (expiration > LONGEST_SECONDS)
		throw new Refusal(
			422,
			"peer login expiration can't be larger than 180 days",
		);
	const range = fields.text("network_range");
	return {
		settings: {
			peer_login_expiration: expiration,
			peer_inactivity_expiration: fields.integer("peer_inactivity_expiration"),
			...flagsOf(fields, flags),
			...Object.fromEntries(texts.map((name) => [name, fields.text(name)])),
			...Object.fromEntries(
				lists.map((name) => [name, fields.texts(name) ?? []]),
			),
			...readNested(fields),
		},
		...(range === "" ? {} : { network_range: range }),
	};
}

/** Nested settings that are left out altogether stay: an older client does not know of them. */
function readNested(fields: Fields): Settings {
	const features = fields.object("dashboard_features");
	const extra = fields.object("extra");
	return {
		...(features && {
			dashboard_features: { agent_network: features.flag("agent_network") },
		}),
		...(extra && {
			extra: {
				...flagsOf(extra, extraFlags),
				network_traffic_logs_groups:
					extra.texts("network_traffic_logs_groups") ?? [],
			},
		}),
	};
}

function flagsOf(
	fields: Fields,
	names: readonly string[],
): Record<string, boolean> {
	return Object.fromEntries(names.map((name) => [name, fields.flag(name)]));
}

export const settingsSchema = shape({
	peer_login_expiration: integer,
	peer_inactivity_expiration: integer,
	...Object.fromEntries(flags.map((name) => [`${name}?`, flag])),
	...Object.fromEntries(texts.map((name) => [`${name}?`, text])),
	...Object.fromEntries(lists.map((name) => [`${name}?`, listOf(text)])),
	"network_range?": text,
	"dashboard_features?": shape({ "agent_network?": flag }),
	"extra?": nothing,
	"embedded_idp_enabled?": flag,
	"local_auth_disabled?": flag,
});

export const onboardingSchema = shape({
	signup_form_pending: flag,
	onboarding_flow_pending: flag,
});

export const accountSchema = shape({
	id: text,
	settings: settingsSchema,
	domain: text,
	domain_category: text,
	created_at: text,
	created_by: text,
	onboarding: onboardingSchema,
});

export const accountExample = {
	id: "1000007",
	settings: {
		peer_login_expiration: 86_400,
		peer_inactivity_expiration: 600,
		peer_login_expiration_enabled: true,
		network_range: "100.64.0.0/16",
	},
	domain: "acme.test",
	domain_category: "private",
	created_at: "2026-01-05T09:00:00.000Z",
	created_by: "1000003",
	onboarding: { signup_form_pending: false, onboarding_flow_pending: true },
};
