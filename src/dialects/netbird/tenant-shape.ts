import type { Fields } from "./fields.ts";
import { Refusal } from "./refusal.ts";
import { date, listOf, oneOf, shape, text } from "./schemas.ts";
import { isId } from "./wire.ts";

/** A tenant as the core shows it. */
export interface Tenant {
	id: string;
	name: string;
	domain: string;
	status: string;
	dns_challenge: string;
	groups: { group_id: string; role: string }[];
	activated_at: string | null;
	invited_at: string | null;
	suspended_at: string | null;
	created_at: string;
	updated_at: string;
}

/** This wire knows no suspended tenants; to its clients such a one is active and has a date from which it is disabled. */
export function toWireTenant(tenant: Tenant) {
	const { activated_at, invited_at, suspended_at, status } = tenant;
	return {
		id: tenant.id,
		name: tenant.name,
		domain: tenant.domain,
		groups: tenant.groups.map(({ group_id, role }) => ({ id: group_id, role })),
		...(activated_at === null ? {} : { activated_at }),
		dns_challenge: tenant.dns_challenge,
		created_at: tenant.created_at,
		updated_at: tenant.updated_at,
		...(invited_at === null ? {} : { invited_at }),
		status: status === "suspended" ? "active" : status,
		...(suspended_at === null ? {} : { disabled_at: suspended_at }),
	};
}

/** The groups that reach a tenant. None given leaves the choice to the core. @throws Refusal */
export function readGroups(fields: Fields): {
	groups?: { group_id: string; role: string }[];
} {
	const groups = fields.objects("groups");
	if (!groups) return {};
	return {
		groups: groups.map((group) => {
			const group_id = group.text("id");
			if (!isId(group_id))
				throw new Refusal(422, `group: ${group_id} not found`);
			return { group_id, role: group.text("role").toLowerCase() };
		}),
	};
}

export const tenantGroupSchema = shape({ id: text, role: text });

export const tenantSchema = shape({
	id: text,
	name: text,
	domain: text,
	groups: listOf(tenantGroupSchema),
	"activated_at?": date,
	dns_challenge: text,
	created_at: date,
	updated_at: date,
	"invited_at?": date,
	status: oneOf("existing", "invited", "pending", "active"),
	"disabled_at?": date,
});

export const tenantExample = {
	id: "1000007",
	name: "Acme",
	domain: "acme.test",
	groups: [{ id: "1000002", role: "admin" }],
	dns_challenge: "5f1d0c9ab2e34c7d8f60a1b2c3d4e5f6",
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
	status: "pending",
};
