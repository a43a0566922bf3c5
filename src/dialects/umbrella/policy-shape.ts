import { bool, date, int, shapeOf, str } from "./schemas.ts";
import { wireDate } from "./wire-date.ts";

/** A DNS or web policy as its operations answer it, as far as this wire shows it. */
export interface PolicyRow {
	id: string;
	account_id: string;
	name: string;
	type: string;
	priority: number;
	is_default: boolean;
	created_at: string;
	updated_at: string;
}

export interface AppliedPolicyRow extends PolicyRow {
	is_applied_directly: boolean;
}

export function policyWire(row: PolicyRow) {
	return {
		policyId: Number(row.id),
		organizationId: Number(row.account_id),
		name: row.name,
		priority: row.priority,
		createdAt: wireDate(row.created_at),
		isDefault: row.is_default,
	};
}

/** A policy as one of those that apply to a network device. */
export function devicePolicyWire(row: AppliedPolicyRow) {
	return {
		policyId: Number(row.id),
		name: row.name,
		priority: row.priority,
		isAppliedDirectly: row.is_applied_directly,
		isDefault: row.is_default,
		createdAt: wireDate(row.created_at),
	};
}

/** A policy as one of those that apply to a network: the same things, under other names. */
export function identityPolicyWire(row: AppliedPolicyRow) {
	return {
		id: Number(row.id),
		name: row.name,
		type: row.type,
		organizationId: Number(row.account_id),
		priority: row.priority,
		isDefault: row.is_default,
		isAppliedDirectly: row.is_applied_directly,
		createdAt: wireDate(row.created_at),
		modifiedAt: wireDate(row.updated_at),
		uri: `/v1/organizations/${row.account_id}/policies/${row.id}`,
	};
}

export const policySchema = shapeOf({
	policyId: int,
	organizationId: int,
	name: str,
	priority: int,
	createdAt: date,
	isDefault: bool,
});
export const devicePolicySchema = shapeOf({
	policyId: int,
	name: str,
	priority: int,
	isAppliedDirectly: bool,
	isDefault: bool,
	createdAt: date,
});
export const identityPolicySchema = shapeOf({
	id: int,
	name: str,
	type: { type: "string", enum: ["dns", "web"] },
	organizationId: int,
	priority: int,
	isDefault: bool,
	isAppliedDirectly: bool,
	createdAt: date,
	modifiedAt: date,
	uri: str,
});

const example: AppliedPolicyRow = {
	id: "1000080",
	account_id: "1000007",
	name: "Default Policy",
	type: "dns",
	priority: 1,
	is_default: true,
	is_applied_directly: false,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
export const policyExample = policyWire(example);
export const devicePolicyExample = devicePolicyWire(example);
export const identityPolicyExample = identityPolicyWire(example);
