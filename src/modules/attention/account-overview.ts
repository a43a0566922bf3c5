import Type, { type Static } from "typebox";
import { sql } from "../../db/index.ts";
import {
	type Context,
	Id,
	nullable,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { Stats, statsExample, statsOf } from "../accounts/index.ts";
import { overviewFigures, overviewOf } from "./overview-figures.ts";
import { ReachedBy, reachedBy } from "./reached-by.ts";

const LastEvent = object({
	id: Id,
	at: Timestamp,
	operation: Type.String(),
	actor_name: Type.String(),
	external: Type.Boolean(),
});

export const accountOverview = operation({
	id: "accounts.overview",
	module: "accounts",
	access: "read",
	scope: "account",
	method: "GET",
	path: "/account/overview",
	summary: "Read the figures that an account's first page shows.",
	description:
		"`stats` is what accounts.stats answers. `last_event` is null for those who may not read the audit log, and `reached_by` for those who may not ask who reaches the tenant.",
	input: object({}),
	output: object({
		stats: Stats,
		...overviewFigures,
		last_event: nullable(LastEvent),
		reached_by: nullable(ReachedBy),
	}),
	example: {
		input: {},
		output: {
			stats: statsExample,
			devices: {
				total: 14,
				critical: 1,
				trouble: 0,
				attention: 2,
				service_down: 0,
				clear: 9,
				not_watched: 2,
				suppressed: 0,
			},
			endpoints: { total: 50, online: 41, offline: 9, waiting: 0 },
			users: {
				people: 4,
				active: 3,
				invited: 1,
				pending: 0,
				blocked: 0,
				service: 1,
			},
			keys: { total: 5, active: 4, disabled: 1, expired: 0 },
			setup_keys: { total: 2, valid: 1 },
			last_event: {
				id: "1000070",
				at: "2026-01-05T09:00:00.000Z",
				operation: "groups.create",
				actor_name: "Olive Owner",
				external: true,
			},
			reached_by: { groups: 1, people: 3 },
		},
	},
	async handler(ctx) {
		const [stats, figures, last_event, reached_by] = await Promise.all([
			statsOf(ctx),
			overviewOf(ctx),
			lastEvent(ctx),
			reachedBy(ctx),
		]);
		return { stats, ...figures, last_event, reached_by };
	},
});

async function lastEvent(
	ctx: Context,
): Promise<Static<typeof LastEvent> | null> {
	if (!ctx.may("audit.list")) return null;
	const [event] = await ctx.db.query<Static<typeof LastEvent>>(
		sql`select id, at, operation, actor_name, actor_account_id is not null and actor_account_id <> account_id as external
			from audit_events where account_id = ${ctx.account.id} order by at desc, id desc limit 1`,
	);
	return event ?? null;
}
