import Type, { type Static } from "typebox";
import { raw, sql } from "../../db/index.ts";
import { type Context, object } from "../../kernel/index.ts";
import { Alarms } from "../devices/index.ts";

/** What an account's first page tells beside the plain numbers. */
export const overviewFigures = {
	devices: object({
		total: Type.Integer(),
		...Alarms.properties,
		clear: Type.Integer(),
		not_watched: Type.Integer(),
		suppressed: Type.Integer({
			description: "Left out of the alarms, in whatever state they are",
		}),
	}),
	endpoints: object({
		total: Type.Integer(),
		online: Type.Integer(),
		offline: Type.Integer(),
		waiting: Type.Integer({ description: "For approval" }),
	}),
	users: object({
		people: Type.Integer(),
		active: Type.Integer(),
		invited: Type.Integer(),
		pending: Type.Integer({ description: "For approval" }),
		blocked: Type.Integer(),
		service: Type.Integer(),
	}),
	keys: object({
		total: Type.Integer({
			description: "That people made: no machines, no sessions",
		}),
		active: Type.Integer(),
		disabled: Type.Integer(),
		expired: Type.Integer(),
	}),
	setup_keys: object({ total: Type.Integer(), valid: Type.Integer() }),
};
const Figures = object(overviewFigures);
export type OverviewFigures = Static<typeof Figures>;

/** Expressions as a JSON object. All text is our own. */
function jsonOf(fields: Record<string, string>): string {
	const pairs = Object.entries(fields).map(
		([name, expression]) => `'${name}', ${expression}`,
	);
	return `json_build_object(${pairs.join(", ")})`;
}

/** Figures that are the same columns of `account_counts`, or differences of them, added up. */
function kept(figures: Record<string, string>): string {
	return jsonOf(
		Object.fromEntries(
			Object.entries(figures).map(([name, columns]) => [
				name,
				`coalesce(sum(${columns}), 0)`,
			]),
		),
	);
}

const DEVICES = kept({
	total: "devices",
	critical: "devices_critical",
	trouble: "devices_trouble",
	attention: "devices_attention",
	service_down: "devices_service_down",
	clear: "devices_clear",
	not_watched: "devices_not_watched",
	suppressed: "devices_suppressed",
});
const ENDPOINTS = kept({
	total: "endpoints",
	online: "endpoints_online",
	offline: "endpoints - endpoints_online",
	waiting: "endpoints_waiting",
});
const USERS = kept({
	people: "people",
	active: "people_active",
	invited: "people_invited",
	pending: "people_pending",
	blocked: "people_blocked",
	service: "service_users",
});
const KEPT = `select ${DEVICES} as devices, ${ENDPOINTS} as endpoints, ${USERS} as users from account_counts`;

/** What depends on the time cannot be kept. There is little of it: keys are made by hand. */
function counted(table: string, counts: Record<string, string>): string {
	const filtered = Object.entries(counts).map(([name, condition]) => [
		name,
		`count(*)${condition && ` filter (where ${condition})`}`,
	]);
	return `(select ${jsonOf(Object.fromEntries(filtered))} from ${table}`;
}

const EXPIRED = "coalesce(expires_at <= p.at, false)";
const KEYS = counted("credentials", {
	total: "",
	active: `enabled and not ${EXPIRED}`,
	disabled: "not enabled",
	expired: `enabled and ${EXPIRED}`,
});
const SETUP_KEYS = counted("setup_keys", {
	total: "",
	valid: `not revoked and not ${EXPIRED} and (usage_limit = 0 or used_times < usage_limit)`,
});

const OF_THEM = "where account_id = any(p.ids)";

/** All figures of the accounts that the call is about, in one statement. */
export async function overviewOf(ctx: Context): Promise<OverviewFigures> {
	const [figures] = await ctx.db.query<OverviewFigures>(sql`
		select k.*, ${raw(`${KEYS} ${OF_THEM}`)} and kind not in ('endpoint', 'session')) as keys,
			${raw(`${SETUP_KEYS} ${OF_THEM}`)}) as setup_keys
		from (select ${ctx.accountIds}::bigint[] as ids, ${ctx.now}::timestamptz as at) p
		cross join lateral (${raw(`${KEPT} ${OF_THEM}`)}) k`);
	return figures as OverviewFigures;
}
