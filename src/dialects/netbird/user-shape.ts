import { roleNames } from "../../kernel/roles.ts";
import { Refusal } from "./refusal.ts";
import { date, flag, listOf, oneOf, shape, text } from "./schemas.ts";
import { dateOr } from "./wire.ts";

/** A user as the core shows one. */
export interface User {
	id: string;
	kind: "human" | "service";
	email: string;
	name: string;
	role: string;
	status: "active" | "invited" | "pending";
	blocked: boolean;
	groups: string[];
	issued: string;
	last_login_at: string | null;
	password?: string;
}

/** @param selfId the caller, so that it finds itself in the list */
export function toWireUser(user: User, selfId: string | undefined) {
	return {
		id: user.id,
		email: user.email,
		name: user.name,
		role: user.role,
		status: statusOf(user),
		last_login: dateOr(user.last_login_at),
		auto_groups: user.groups,
		is_current: user.id === selfId,
		is_service_user: user.kind === "service",
		is_blocked: user.blocked,
		pending_approval: user.status === "pending",
		issued: user.issued,
		...(user.password === undefined ? {} : { password: user.password }),
	};
}

function statusOf({ blocked, status }: User): string {
	if (blocked) return "blocked";
	return status === "invited" ? "invited" : "active";
}

/** A role in any case. @throws Refusal with the given words when there is no such role */
export function readRole(
	given: string,
	refusal: (given: string) => string,
): string {
	const role = given.toLowerCase();
	if (!(roleNames as string[]).includes(role))
		throw new Refusal(422, refusal(given));
	return role;
}

export const userFields = {
	id: text,
	email: text,
	name: text,
	role: text,
	status: oneOf("active", "invited", "blocked"),
	last_login: date,
	auto_groups: listOf(text),
	is_current: flag,
	is_service_user: flag,
	is_blocked: flag,
	pending_approval: flag,
	issued: text,
};

export const userSchema = shape({ ...userFields, "password?": text });

export const userExample = {
	id: "1000061",
	email: "tina@example.com",
	name: "Tina Technician",
	role: "admin",
	status: "active",
	last_login: "0001-01-01T00:00:00Z",
	auto_groups: ["1000042"],
	is_current: false,
	is_service_user: false,
	is_blocked: false,
	pending_approval: false,
	issued: "api",
};
