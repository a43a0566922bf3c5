import { BadField, email, integer, readFields, text } from "./fields.ts";
import { bool, date, int, shapeOf, str } from "./schemas.ts";
import { UNKNOWN_DATE, wireDate } from "./wire-date.ts";

/**
 * Roles under the vendor's numbers. The first three are its own, with the same meaning; its Reporting Only and
 * Investigate Only have no counterpart and are not offered. The others are shown as roles that an organization made.
 */
const numbered = [
	{ roleId: 1, role: "admin", label: "Full Admin", own: false },
	{ roleId: 2, role: "auditor", label: "Read Only", own: false },
	{ roleId: 3, role: "user", label: "Block Page Bypass", own: false },
	{ roleId: 11, role: "owner", label: "Owner", own: true },
	{
		roleId: 12,
		role: "network_admin",
		label: "Network Administrator",
		own: true,
	},
	{ roleId: 13, role: "operator", label: "Operator", own: true },
	{
		roleId: 14,
		role: "billing_admin",
		label: "Billing Administrator",
		own: true,
	},
] as const;

const UNKNOWN_ROLE = new BadField(
	`must be one of ${numbered.map(({ roleId }) => roleId).join(", ")}; the list of roles says which is which`,
);

/** A user as its operations answer it, as far as this wire shows it. */
export interface UserRow {
	id: string;
	kind: string;
	first_name: string;
	last_name: string;
	email: string;
	role: string;
	status: string;
	blocked: boolean;
	timezone: string;
	last_login_at: string | null;
}

export function userWire(row: UserRow) {
	const known = numbered.find(({ role }) => role === row.role);
	return {
		firstname: row.first_name,
		lastname: row.last_name,
		email: row.email,
		role: known?.label ?? row.role,
		roleId: known?.roleId ?? 0,
		status: statusOf(row),
		twoFactorEnable: false,
		id: Number(row.id),
		timezone: row.timezone,
		lastLoginTime:
			row.last_login_at === null ? UNKNOWN_DATE : wireDate(row.last_login_at),
	};
}

function statusOf({ blocked, status }: UserRow): string {
	if (blocked) return "Blocked";
	return status.charAt(0).toUpperCase() + status.slice(1);
}

/** All roles; the vendor's own belong to organization 0. */
export function rolesWire(organizationId: string) {
	return numbered.map(({ roleId, label, own }) => ({
		organizationId: own ? Number(organizationId) : 0,
		label,
		roleId,
	}));
}

/** A body as input of `users.create`. @throws invalid */
export function readNewUser(body: Record<string, unknown>) {
	const fields = readFields(body, {
		firstname: text(1, 255),
		lastname: text(1, 255),
		email,
		password: text(1, 255),
		roleId: (given) => {
			const roleId = integer(1)(given);
			if (typeof roleId !== "number") return roleId;
			return numbered.find((known) => known.roleId === roleId) ?? UNKNOWN_ROLE;
		},
		timezone: text(1, 64),
	});
	return {
		first_name: fields.firstname,
		last_name: fields.lastname,
		email: fields.email,
		password: fields.password,
		role: fields.roleId.role,
		timezone: fields.timezone,
	};
}

export const userSchema = shapeOf({
	id: int,
	firstname: str,
	lastname: str,
	email: str,
	role: str,
	roleId: int,
	timezone: str,
	status: str,
	lastLoginTime: date,
	twoFactorEnable: bool,
});
export const newUserSchema = shapeOf({
	firstname: { type: "string", minLength: 1, maxLength: 255 },
	lastname: { type: "string", minLength: 1, maxLength: 255 },
	email: { type: "string", format: "email" },
	password: { type: "string", minLength: 8, maxLength: 72 },
	roleId: { type: "integer", enum: numbered.map(({ roleId }) => roleId) },
	timezone: { type: "string", minLength: 1 },
});
export const roleSchema = shapeOf({
	organizationId: int,
	label: str,
	roleId: int,
});

export const userExample = {
	firstname: "Tina",
	lastname: "Technician",
	email: "tina@example.com",
	role: "Full Admin",
	roleId: 1,
	status: "Active",
	twoFactorEnable: false,
	id: 1000061,
	timezone: "UTC",
	lastLoginTime: "2026-01-05T09:00:00.000Z",
};
export const newUserExample = {
	firstname: "Tina",
	lastname: "Technician",
	email: "tina@example.com",
	password: "An-example-1",
	roleId: 1,
	timezone: "UTC",
};
