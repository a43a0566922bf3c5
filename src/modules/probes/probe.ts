import Type, { type Static } from "typebox";
import { Id, nullable, object, oneOf, Timestamp } from "../../kernel/index.ts";

/** How often a probe says that it is alive, in seconds. */
export const CHECK_IN_SECONDS = 60;

/** A probe that missed three check-ins is taken for disconnected. */
const SILENCE_MS_MAX = 3 * CHECK_IN_SECONDS * 1000;

export const probeStatuses = [
	"never_connected",
	"connected",
	"disconnected",
] as const;

/** The number of a probe, as the database can hold one. */
export const ProbeNumber = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const ProbeName = Type.String({
	minLength: 1,
	maxLength: 100,
	description: "Taken once in the account",
});

/** Fields that a caller sets; all may be left out of a change. */
export const probeFields = {
	name: Type.Optional(ProbeName),
	display_name: Type.Optional(Type.String({ maxLength: 255 })),
	region_id: Type.Optional(
		Type.Union([Id, Type.Null()], { description: "Where the probe stands" }),
	),
	contact_person: Type.Optional(Type.String({ maxLength: 255 })),
	contact_email: Type.Optional(
		Type.String({ maxLength: 255, pattern: "^$|^[^@\\s]+@[^@\\s]+$" }),
	),
	timezone: Type.Optional(
		Type.String({
			maxLength: 64,
			description: "IANA name, such as Europe/Vienna",
		}),
	),
};

/** A process near the devices that polls them and reports to the server; here its registration. */
export const Probe = object({
	id: Id,
	account_id: Id,
	number: Type.Integer({ description: "Its own in the whole server" }),
	name: Type.String(),
	display_name: Type.String(),
	region_id: nullable(Id),
	contact_person: Type.String(),
	contact_email: Type.String(),
	timezone: Type.String(),
	agent_version: Type.String(),
	platform: Type.String(),
	address: nullable(Type.String()),
	status: oneOf(probeStatuses, {
		description: `Disconnected after ${SILENCE_MS_MAX / 1000} seconds without a check-in`,
	}),
	last_contact_at: nullable(Timestamp),
	devices_count: Type.Integer(),
	version: Type.Integer(),
	created_at: Timestamp,
	updated_at: Timestamp,
});
export type Probe = Static<typeof Probe>;

/** A probe with the key that was just made for it; the key is shown this once. */
export const ProbeWithKey = object({
	...Probe.properties,
	key: Type.String({ description: "What the probe checks in with" }),
});
export type ProbeWithKey = Static<typeof ProbeWithKey>;

/** What the last contact says of a probe at a given moment. */
export function statusOf(
	lastContactAt: Date | null,
	now: Date,
): Probe["status"] {
	if (lastContactAt === null) return "never_connected";
	const silenceMs = now.getTime() - lastContactAt.getTime();
	return silenceMs > SILENCE_MS_MAX ? "disconnected" : "connected";
}

export const probeExample: Probe = {
	id: "1000100",
	account_id: "1000007",
	number: 1,
	name: "vienna-1",
	display_name: "Vienna",
	region_id: "1000110",
	contact_person: "Tina Technician",
	contact_email: "tina@customer.example",
	timezone: "Europe/Vienna",
	agent_version: "",
	platform: "",
	address: null,
	status: "never_connected",
	last_contact_at: null,
	devices_count: 0,
	version: 1,
	created_at: "2026-01-05T09:00:00.000Z",
	updated_at: "2026-01-05T09:00:00.000Z",
};
