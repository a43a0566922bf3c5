import type { Attention } from "../../../generated/client.ts";
import { countOf, pluralOf } from "./plurals.ts";

type Kind = Attention["kind"];

interface Words {
	/** So many of them, as the line that asks for attention says it. */
	told: (count: number) => string;
	/** What a list shows that is narrowed to them. */
	listed: string;
}

const are = (count: number) => (count === 1 ? "is" : "are");
const have = (count: number) => (count === 1 ? "has" : "have");
const wait = (count: number) => (count === 1 ? "waits" : "wait");

const words: Record<Kind, Words> = {
	devices_critical: {
		told: (count) => `${countOf(count, "device")} ${are(count)} critical`,
		listed: "critical devices",
	},
	devices_trouble: {
		told: (count) => `${countOf(count, "device")} ${have(count)} trouble`,
		listed: "devices in trouble",
	},
	devices_service_down: {
		told: (count) =>
			`${countOf(count, "device")} ${have(count)} a service down`,
		listed: "devices with a service down",
	},
	devices_attention: {
		told: (count) => `${countOf(count, "device")} should be looked at`,
		listed: "devices to look at",
	},
	audit_unsealed: {
		told: (count) =>
			`${countOf(count, "audit event")} ${are(count)} not sealed`,
		listed: "events that wait to be sealed",
	},
	people_without_second_factor: {
		told: (count) =>
			`${countOf(count, "person", "people")} ${pluralOf(count, "reaches", "reach")} tenants without a second factor`,
		listed: "people who reach tenants without a second factor",
	},
	calls_limited: {
		told: (count) => `${countOf(count, "call")} turned away by a limit`,
		listed: "keys that met a limit lately",
	},
	keys_expired: {
		told: (count) => `${countOf(count, "key")} ${have(count)} expired`,
		listed: "keys that expired lately",
	},
	keys_expiring: {
		told: (count) =>
			`${countOf(count, "key")} ${pluralOf(count, "expires", "expire")} within 14 days`,
		listed: "keys that expire soon",
	},
	keys_unlimited: {
		told: (count) =>
			`${countOf(count, "key")} ${pluralOf(count, "opens", "open")} everything and never ${pluralOf(count, "expires", "expire")}`,
		listed: "keys that open everything for ever",
	},
	keys_unused: {
		told: (count) =>
			`${countOf(count, "key")} ${pluralOf(count, "was", "were")} not used for 90 days`,
		listed: "keys not used for 90 days",
	},
	endpoints_waiting: {
		told: (count) =>
			`${countOf(count, "endpoint")} ${wait(count)} for approval`,
		listed: "endpoints that wait for approval",
	},
	users_waiting: {
		told: (count) => `${countOf(count, "user")} ${wait(count)} for approval`,
		listed: "users who wait for approval",
	},
	setup_keys_expiring: {
		told: (count) =>
			`${countOf(count, "setup key")} ${pluralOf(count, "expires", "expire")} within 14 days`,
		listed: "setup keys that expire soon",
	},
	setup_keys_expired: {
		told: (count) => `${countOf(count, "setup key")} ${have(count)} expired`,
		listed: "setup keys that expired lately",
	},
	setup_keys_used_up: {
		told: (count) => `${countOf(count, "setup key")} ${are(count)} used up`,
		listed: "setup keys that are used up",
	},
	invitations_expired: {
		told: (count) =>
			`${countOf(count, "invitation")} ${pluralOf(count, "was", "were")} not accepted in time`,
		listed: "invitations that expired",
	},
	tenants_suspended: {
		told: (count) => `${countOf(count, "tenant")} ${are(count)} suspended`,
		listed: "suspended tenants",
	},
	tenants_unverified: {
		told: (count) =>
			`${countOf(count, "tenant")} ${have(count)} a domain to verify`,
		listed: "tenants with a domain to verify",
	},
};

/** What needs attention, with how many: `3 devices are critical`. */
export function attentionTold({
	kind,
	count,
}: Pick<Attention, "kind" | "count">): string {
	return words[kind]?.told(count) ?? `${count} × ${kind.replaceAll("_", " ")}`;
}

/** What a list shows that is narrowed to a kind; undefined for any other text. */
export function attentionListed(kind: string): string | undefined {
	return Object.hasOwn(words, kind) ? words[kind as Kind].listed : undefined;
}
