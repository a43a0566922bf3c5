import Type, { type Static } from "typebox";
import {
	Id,
	type ListPlan,
	nullable,
	object,
	oneOf,
	Timestamp,
} from "../../kernel/index.ts";

const Snapshot = Type.Unknown({
	description: "The object, without its secrets; null where there is none",
});

export const AuditEvent = object({
	id: Id,
	account_id: Id,
	at: Timestamp,
	actor: object({
		kind: Type.String(),
		id: nullable(Id),
		account_id: nullable(
			Type.String({ description: "Where the actor is at home" }),
		),
		name: Type.String(),
		email: Type.String(),
	}),
	external: Type.Boolean({
		description: "Whether the actor is at home in another account",
	}),
	credential_id: nullable(Id),
	surface: Type.String(),
	operation: Type.String(),
	outcome: oneOf(["done", "refused"]),
	target: object({
		type: Type.String(),
		id: nullable(Id),
		name: Type.String(),
	}),
	before: Snapshot,
	after: Snapshot,
	reason: Type.String(),
	address: Type.String(),
	user_agent: Type.String(),
	request_id: Type.String(),
	sequence: nullable(
		Type.Integer({
			description: "Its place in the account's chain; null until it is sealed",
		}),
	),
});
export type AuditEvent = Static<typeof AuditEvent>;

/** Whether the actor came from elsewhere; written so that it is never null. */
export const EXTERNAL =
	"(t.actor_account_id is not null and t.actor_account_id <> t.account_id)";

export const AUDIT_COLUMNS = `t.id, t.account_id, t.at, ${EXTERNAL} as external, t.credential_id, t.surface, t.operation, t.outcome,
	json_build_object('kind', t.actor_kind, 'id', t.actor_id::text, 'account_id', t.actor_account_id::text, 'name', t.actor_name, 'email', t.actor_email) as actor,
	json_build_object('type', t.target_type, 'id', t.target_id::text, 'name', t.target_name) as target,
	t.before, t.after, t.reason, t.address, t.user_agent, t.request_id,
	(select s.sequence::int from audit_seals s where s.account_id = t.account_id and s.event_id = t.id) as sequence`;

export const auditList: ListPlan = {
	from: "audit_events t",
	columns: AUDIT_COLUMNS,
	prefix: "t.",
	orderedAcross: true,
	sortable: { at: { expression: "t.at", type: "timestamptz" } },
	searchable: [
		"t.target_name",
		"t.actor_name",
		"t.actor_email",
		"t.operation",
		"t.reason",
	],
};

export const auditExample: AuditEvent = {
	id: "1000070",
	account_id: "1000007",
	at: "2026-01-05T09:00:00.000Z",
	actor: {
		kind: "user",
		id: "1000003",
		account_id: "1000001",
		name: "Olive Owner",
		email: "olive@provider.test",
	},
	external: true,
	credential_id: "1000012",
	surface: "rest",
	operation: "groups.create",
	outcome: "done",
	target: { type: "group", id: "1000042", name: "Web servers" },
	before: null,
	after: { id: "1000042", name: "Web servers" },
	reason: "",
	address: "203.0.113.9",
	user_agent: "curl/8.5.0",
	request_id: "019b8f5c2d10a1b2c3d4e5f6",
	sequence: 12,
};
