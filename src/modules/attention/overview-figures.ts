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

/** Counts that hold for the rows of one table, as a JSON object. All text is our own. */
function counted(table: string, counts: Record<string, string>): string {
	const fields = Object.entries(counts).map(
		([name, condition]) =>
			`'${name}', count(*)${condition && ` filter (where ${condition})`}`,
	);
	return `(select json_build_object(${fields.join(", ")}) from ${table}`;
}

const DEVICES = counted("devices", {
	total: "",
	critical: "status = 1 and not suppressed",
	trouble: "status = 2 and not suppressed",
	attention: "status = 3 and not suppressed",
	service_down: "status = 4 and not suppressed",
	clear: "status = 5 and not suppressed",
	not_watched: "status = 7 and not suppressed",
	suppressed: "suppressed",
});
const ENDPOINTS = counted("endpoints", {
	total: "",
	online: "status not in ('Off', 'Uninstalled')",
	offline: "status in ('Off', 'Uninstalled')",
	waiting: "approval_required",
});
const USERS = counted("users", {
	people: "kind = 'human'",
	active: "kind = 'human' and status = 'active' and not blocked",
	invited: "kind = 'human' and status = 'invited'",
	pending: "kind = 'human' and status = 'pending'",
	blocked: "kind = 'human' and blocked",
	service: "kind = 'service'",
});
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
		select ${raw(`${DEVICES} ${OF_THEM}`)}) as devices, ${raw(`${ENDPOINTS} ${OF_THEM}`)}) as endpoints,
			${raw(`${USERS} ${OF_THEM}`)}) as users,
			${raw(`${KEYS} ${OF_THEM}`)} and kind not in ('endpoint', 'session')) as keys,
			${raw(`${SETUP_KEYS} ${OF_THEM}`)}) as setup_keys
		from (select ${ctx.accountIds}::bigint[] as ids, ${ctx.now}::timestamptz as at) p`);
	return figures as OverviewFigures;
}
