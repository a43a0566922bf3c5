import type { World } from "./world.ts";

/** Ids that earlier steps made, by a name of the step's choosing. */
export type Made = Record<string, string>;

export interface Step {
	operation: string;
	/** Where it runs; the provider itself when left out. */
	at?: "tenant";
	input: (made: Made, world: World) => Record<string, unknown>;
	/** Keeps the id of what was made under this name. */
	keep?: string;
	/** Whose credential is presented; the owner's unless said. */
	as?: "invited owner";
}

const step = (
	operation: string,
	input: Step["input"],
	keep?: string,
): Step => ({ operation, at: "tenant", input, ...(keep ? { keep } : {}) });
const above = (
	operation: string,
	input: Step["input"],
	keep?: string,
): Step => ({ operation, input, ...(keep ? { keep } : {}) });
const byId =
	(name: string, more: object = {}) =>
	(made: Made) => ({ id: made[name], ...more });

/** Every write there is, once, in an order in which each succeeds. */
export const scenario: readonly Step[] = [
	above(
		"tenants.create",
		() => ({ name: "Scenario", domain: "scenario.test" }),
		"spare",
	),
	above("tenants.update", byId("spare", { seats: 9 })),
	above("tenants.suspend", byId("spare")),
	above("tenants.resume", byId("spare")),
	above("tenants.subscribe", byId("spare", { plan: "team" })),
	above("tenants.verify_domain", byId("spare")),
	above("groups.create", () => ({ name: "Technicians" }), "technicians"),
	above(
		"grants.create",
		(made) => ({
			group_id: made.technicians,
			tenant_id: made.spare,
			role: "operator",
		}),
		"grant",
	),
	above("grants.update", byId("grant", { role: "auditor" })),
	above("grants.delete", byId("grant")),
	above("tenants.delete", byId("spare")),
	above("sessions.confirm", (_made, world) => ({
		password: world.server.first.password,
	})),
	above("profile.update", () => ({ timezone: "Europe/Vienna" })),
	above("second_factors.begin_totp", () => ({})),
	above("sessions.end", (_made, world) => ({ id: world.sessions.spareId })),
	above("sessions.end_others", () => ({})),

	step("accounts.update", () => ({ name: "Full again" })),
	step("identity_provider.update", (_made, world) => ({
		name: "Login",
		issuer: world.issuer,
		client_id: "reeve",
		client_secret: "a-client-secret",
		domains: ["scenario.test"],
	})),
	step("identity_provider.delete", () => ({})),
	step("groups.create", () => ({ name: "g" }), "group"),
	step("groups.update", byId("group", { name: "g2" })),
	step(
		"users.create",
		() => ({ email: "u@scenario.test", name: "U", role: "operator" }),
		"user",
	),
	step("users.update", byId("user", { role: "auditor" })),
	step("users.set_api_access", byId("user", { enabled: true })),
	step("users.end_sessions", byId("user")),
	step("users.create_reset_link", byId("user")),
	step("users.reset_second_factors", byId("user")),
	step("users.delete", byId("user")),
	step(
		"user_invites.create",
		() => ({ email: "i@scenario.test", name: "I", role: "operator" }),
		"invite",
	),
	step("user_invites.regenerate", byId("invite")),
	step("user_invites.delete", byId("invite")),
	step(
		"keys.create",
		() => ({ kind: "organization", name: "o", opens: "umbrella_management" }),
		"key",
	),
	step("keys.update", byId("key", { description: "d" })),
	step("keys.disable", byId("key")),
	step("keys.enable", byId("key")),
	step("keys.regenerate", byId("key")),
	step("keys.delete", byId("key")),
	step(
		"setup_keys.create",
		() => ({ name: "s", type: "reusable" }),
		"setupKey",
	),
	step("setup_keys.update", byId("setupKey", { revoked: true })),
	step("setup_keys.delete", byId("setupKey")),
	step("endpoints.update", (_made, world) => ({
		id: world.objects.at(-1),
		name: "pc-2",
	})),
	step("networks.create", () => ({ name: "n" }), "network"),
	step("networks.update", byId("network", { name: "n2" })),
	step(
		"network_resources.create",
		(made) => ({ network_id: made.network, name: "r", address: "10.9.0.1" }),
		"resource",
	),
	step("network_resources.update", byId("resource", { enabled: false })),
	step("network_resources.delete", byId("resource")),
	step(
		"network_routers.create",
		(made, world) => ({
			network_id: made.network,
			endpoint_id: world.objects.at(-1),
		}),
		"router",
	),
	step("network_routers.update", byId("router", { metric: 7 })),
	step("network_routers.delete", byId("router")),
	step("networks.delete", byId("network")),
	step(
		"policies.create",
		(made) => ({
			name: "p",
			rules: [
				{
					name: "r",
					action: "accept",
					protocol: "all",
					sources: [made.group],
					destinations: [made.group],
				},
			],
		}),
		"policy",
	),
	step("policies.update", byId("policy", { enabled: false })),
	step("policies.delete", byId("policy")),
	step("dns_policies.create", () => ({ name: "d", priority: 1 }), "dnsPolicy"),
	step("dns_policies.update", byId("dnsPolicy", { name: "d2" })),
	step(
		"registered_networks.create",
		() => ({
			name: "rn",
			ip_address: "198.51.100.8",
			prefix_length: 29,
			is_dynamic: false,
			status: "OPEN",
		}),
		"registered",
	),
	step("registered_networks.update", byId("registered", { status: "CLOSED" })),
	step("dns_policies.assign", (made) => ({
		id: made.dnsPolicy,
		origin_id: made.registered,
	})),
	step("dns_policies.unassign", (made) => ({
		id: made.dnsPolicy,
		origin_id: made.registered,
	})),
	step("dns_policies.delete", byId("dnsPolicy")),
	step("registered_networks.delete", byId("registered")),
	step("regions.create", () => ({ name: "region" }), "region"),
	step("regions.update", byId("region", { name: "region 2" })),
	step("regions.delete", byId("region")),
	step("probes.create", () => ({ name: "probe-2" }), "probe"),
	step("probes.update", byId("probe", { display_name: "P" })),
	step("probes.regenerate_key", byId("probe")),
	step("probes.delete", byId("probe")),
	step(
		"devices.create",
		() => ({ name: "d-1", ip_address: "192.0.2.77" }),
		"device",
	),
	step("devices.update", byId("device", { display_name: "D" })),
	step("devices.set_managed", byId("device", { managed: false })),
	step("devices.set_suppressed", byId("device", { suppressed: true })),
	step("devices.delete", byId("device")),
	step("groups.delete", byId("group")),
	step("endpoints.delete", (_made, world) => ({ id: world.objects.at(-1) })),
];
