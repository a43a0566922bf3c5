import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";
import {
	AccountName,
	profileExample,
	profileFields,
	rangeFields,
} from "../accounts/index.ts";
import { GrantedRole, TenantGrant } from "../grants/index.ts";

/**
 * `existing`: an account of its own has the domain and may be invited; `invited`: it was asked; `pending`: a tenant
 * whose domain is not proven yet; then `active`, and `suspended` while nobody may work in it.
 */
export const tenantStatuses = [
	"existing",
	"invited",
	"pending",
	"active",
	"suspended",
] as const;

export const TenantGroups = Type.Array(TenantGrant, {
	maxItems: 1000,
	description: "Which permission groups reach it, and with which role",
});

export const Tenant = object({
	id: Id,
	account_id: Id,
	name: AccountName,
	domain: Type.String(),
	status: oneOf(tenantStatuses),
	dns_challenge: Type.String({
		description:
			"Published as a TXT record reeve-verification=…, it proves the domain",
	}),
	groups: Type.Array(
		object({
			group_id: Id,
			group_name: Type.String(),
			role: GrantedRole,
			grant_id: Id,
		}),
	),
	...profileFields,
	package_name: Type.String(),
	subscription: nullable(Type.String()),
	...rangeFields,
	activated_at: nullable(Timestamp),
	invited_at: nullable(Timestamp),
	suspended_at: nullable(Timestamp),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Tenant = Static<typeof Tenant>;

export const tenantExample: Tenant = {
	id: "1000007",
	account_id: "1000001",
	name: "Acme",
	domain: "acme.test",
	status: "active",
	dns_challenge: "5f1d0c9ab2e34c7d8f60a1b2c3d4e5f6",
	groups: [
		{
			group_id: "1000002",
			group_name: "Administrators",
			role: "admin",
			grant_id: "1000061",
		},
	],
	...profileExample,
	package_name: "Umbrella DNS Security Advantage",
	subscription: null,
	verified_ranges: [],
	activated_at: "2026-01-05T09:00:00.000Z",
	invited_at: null,
	suspended_at: null,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
