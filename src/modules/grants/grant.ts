import Type, { type Static } from "typebox";
import {
	Id,
	object,
	oneOf,
	type RoleName,
	roleNames,
	Timestamp,
} from "../../kernel/index.ts";

/** A tenant has one owner, of its own people; everything else may be granted. */
export type GrantableRole = Exclude<RoleName, "owner">;
export const grantableRoles = roleNames.filter(
	(role): role is GrantableRole => role !== "owner",
);

export const GrantedRole = oneOf(grantableRoles);

export const Grant = object({
	id: Id,
	account_id: Id,
	group_id: Id,
	group_name: Type.String(),
	tenant_id: Id,
	tenant_name: Type.String(),
	role: GrantedRole,
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Grant = Static<typeof Grant>;

export const grantExample: Grant = {
	id: "1000061",
	account_id: "1000001",
	group_id: "1000002",
	group_name: "Administrators",
	tenant_id: "1000007",
	tenant_name: "Acme",
	role: "admin",
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};

/** A grant as its tenant shows it and as it is written there. */
export const TenantGrant = object({ group_id: Id, role: GrantedRole });
export type TenantGrant = Static<typeof TenantGrant>;
