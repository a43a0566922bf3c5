import Type, { type Static } from "typebox";
import { Id, object, oneOf, Timestamp } from "../../kernel/index.ts";

export const dnsPolicyTypes = ["dns", "web"] as const;
export const DnsPolicyType = oneOf(dnsPolicyTypes);

export const DnsPolicyName = Type.String({ minLength: 1, maxLength: 255 });

export const DnsPolicyPriority = Type.Integer({
	minimum: 1,
	maximum: 100_000,
	description:
		"Place among the policies of its type; the first that names an identity applies. The default one is always last",
});

const policyFields = {
	id: Id,
	account_id: Id,
	name: DnsPolicyName,
	type: DnsPolicyType,
	priority: Type.Integer(),
	is_default: Type.Boolean(),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
};

/** What is filtered for the identities it is assigned to; the default one for all others. */
export const DnsPolicy = object({
	...policyFields,
	identities_count: Type.Integer({
		description: "Identities it is assigned to directly",
	}),
});
export type DnsPolicy = Static<typeof DnsPolicy>;

/** A policy seen from an identity that it applies to. */
export const AppliedDnsPolicy = object({
	...policyFields,
	is_applied_directly: Type.Boolean({
		description: "Assigned, and not just the default",
	}),
});
export type AppliedDnsPolicy = Static<typeof AppliedDnsPolicy>;

export const identityKinds = [
	"registered_network",
	"endpoint",
	"network_device",
] as const;

/** What a policy can be assigned to. */
export const DnsIdentity = object({
	id: Id,
	account_id: Id,
	kind: oneOf(identityKinds),
	name: Type.String(),
	assigned_at: Timestamp,
});
export type DnsIdentity = Static<typeof DnsIdentity>;

export const dnsPolicyExample: DnsPolicy = {
	id: "1000080",
	account_id: "1000007",
	name: "Guests",
	type: "dns",
	priority: 1,
	is_default: false,
	identities_count: 1,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};

export const dnsIdentityExample: DnsIdentity = {
	id: "1000090",
	account_id: "1000007",
	kind: "registered_network",
	name: "Head office",
	assigned_at: "2026-01-05T09:00:00.000Z",
};
