import Type, { type Static } from "typebox";
import { raw, sql } from "../../db/index.ts";
import {
	Id,
	nullable,
	object,
	operation,
	Timestamp,
} from "../../kernel/index.ts";
import { EXTERNAL } from "./audit-event.ts";

const DAYS = 31;
const VALUES_MAX = 100;
/** Events looked at: enough to know who acts, and a bound however large the log is. */
const EVENTS_MAX = 20_000;
/** Over several accounts each event costs a look for its account. */
const EVENTS_MAX_FAN_OUT = 5_000;

const Seen = object({ value: Type.String(), events: Type.Integer() });

const Facets = object({
	since: Type.Unsafe<string>({
		...Timestamp,
		description: "Of the oldest event that was looked at, or 31 days ago",
	}),
	actors: Type.Array(
		object({
			kind: Type.String(),
			id: nullable(Id),
			account_id: nullable(
				Type.String({ description: "Where the actor is at home" }),
			),
			name: Type.String(),
			email: Type.String(),
			external: Type.Boolean({
				description: "Whether any of it was done in another account",
			}),
			events: Type.Integer(),
		}),
		{ maxItems: VALUES_MAX },
	),
	operations: Type.Array(Seen, { maxItems: VALUES_MAX }),
	target_types: Type.Array(Seen, { maxItems: VALUES_MAX }),
});

export const getAuditFacets = operation({
	id: "audit.facets",
	module: "audit",
	access: "read",
	scope: "accounts",
	method: "GET",
	path: "/audit-facets",
	summary:
		"List who acted lately, with what and on what: what a filter of the log offers.",
	description: `Of the last ${DAYS} days, and of the last ${EVENTS_MAX} events of one account or ${EVENTS_MAX_FAN_OUT} of several; most active first, at most ${VALUES_MAX} of each.`,
	input: object({}),
	output: Facets,
	example: {
		input: {},
		output: {
			since: "2026-01-05T09:00:00.000Z",
			actors: [
				{
					kind: "user",
					id: "1000003",
					account_id: "1000001",
					name: "Olive Owner",
					email: "olive@provider.test",
					external: true,
					events: 12,
				},
			],
			operations: [{ value: "groups.create", events: 12 }],
			target_types: [{ value: "group", events: 12 }],
		},
	},
	async handler({ db, accountIds, now }) {
		const since = new Date(now.getTime() - DAYS * 86_400_000);
		const eventsMax = accountIds.length > 1 ? EVENTS_MAX_FAN_OUT : EVENTS_MAX;
		const [facets] = await db.query<
			Omit<Static<typeof Facets>, "since"> & {
				events: number;
				oldest: Date | null;
			}
		>(sql`
			with recent as materialized (
				select t.at, t.actor_kind, t.actor_id, t.actor_account_id, t.actor_name, t.actor_email, t.operation, t.target_type, ${raw(EXTERNAL)} as external
				from audit_events t where t.account_id = any(${accountIds}::bigint[]) and t.at >= ${since}
				order by t.at desc, t.account_id desc, t.id desc limit ${eventsMax})
			select (select count(*)::int from recent) as events, (select min(at) from recent) as oldest,
				coalesce((select json_agg(json_build_object('kind', a.actor_kind, 'id', a.actor_id::text, 'account_id', a.actor_account_id::text,
						'name', a.name, 'email', a.email, 'external', a.external, 'events', a.events) order by a.events desc, a.name)
					from (select actor_kind, actor_id, actor_account_id, (array_agg(actor_name order by at desc))[1] as name,
						(array_agg(actor_email order by at desc))[1] as email, bool_or(external) as external, count(*) as events
						from recent group by 1, 2, 3 order by count(*) desc, 4 limit ${VALUES_MAX}) a), '[]') as actors,
				${raw(values("operation"))} as operations, ${raw(values("target_type"))} as target_types`);
		const known = facets as NonNullable<typeof facets>;
		const cut = known.events === eventsMax && known.oldest;
		return { ...known, since: (cut || since).toISOString() };
	},
});

/** The values of a column of the recent events, most frequent first. */
function values(column: string): string {
	return `coalesce((select json_agg(json_build_object('value', v.value, 'events', v.events) order by v.events desc, v.value)
		from (select ${column} as value, count(*) as events from recent where ${column} <> '' group by 1 order by 2 desc, 1 limit ${VALUES_MAX}) v), '[]')`;
}
