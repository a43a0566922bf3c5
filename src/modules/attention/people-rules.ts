import { raw, sql } from "../../db/index.ts";
import { HAS_SECOND_FACTOR, REACHES_TENANTS } from "../users/index.ts";
import type { AttentionRule } from "./attention-rule.ts";
import { tableRule } from "./table-rule.ts";

const NAME = "coalesce(nullif(t.name, ''), t.email)";

export const peopleRules: readonly AttentionRule[] = [
	tableRule({
		kind: "people_without_second_factor",
		severity: "warning",
		operation: "users.list",
		filter: () => ({
			kind: "human",
			status: "active",
			blocked: false,
			reaches_tenants: true,
			second_factor: false,
		}),
		from: raw("users t"),
		where: () =>
			raw(
				`t.kind = 'human' and t.status = 'active' and not t.blocked and ${REACHES_TENANTS} and not ${HAS_SECOND_FACTOR}`,
			),
		name: NAME,
		since: "t.created_at",
	}),
	tableRule({
		kind: "users_waiting",
		severity: "warning",
		operation: "users.list",
		filter: () => ({ status: "pending" }),
		from: raw("users t"),
		where: () => raw("t.status = 'pending'"),
		name: NAME,
		since: "t.created_at",
	}),
	tableRule({
		kind: "invitations_expired",
		severity: "notice",
		operation: "user_invites.list",
		filter: () => ({ expired: true }),
		from: raw(
			"user_invites t join users u on u.account_id = t.account_id and u.id = t.user_id",
		),
		where: ({ now }) => sql`t.expires_at <= ${now}`,
		name: "u.email",
		since: "t.expires_at",
	}),
];
