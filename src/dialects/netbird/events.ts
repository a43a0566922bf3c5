import type { WireCall, WireRoute } from "../dialect.ts";
import {
	type AuditEvent,
	eventExample,
	eventSchema,
	toWireEvent,
} from "./event-shape.ts";
import { listOf } from "./schemas.ts";
import { allRows, ok } from "./wire.ts";

const EVENTS_MAX = 10_000;

/** The log has two paths: the documented one, and the older one that clients still ask. */
export const eventRoutes: readonly WireRoute[] = [
	"/api/events/audit",
	"/api/events",
].map((path) => ({
	method: "GET",
	path,
	operation: "audit.list",
	document: {
		summary: `List what was done, newest first, at most ${EVENTS_MAX} events`,
		tag: "Events",
		answers: {
			200: {
				description: "The events",
				schema: listOf(eventSchema),
				example: [eventExample],
			},
		},
	},
	handle: listEvents,
}));

/** Refused calls are in the log too, but this wire has no words for them. */
async function listEvents(call: WireCall) {
	const events = await allRows<AuditEvent>(
		call,
		"audit.list",
		{ outcome: "done" },
		EVENTS_MAX,
	);
	const { registry } = call.resources;
	const summaryOf = (id: string) =>
		registry.all().find((operation) => operation.id === id)?.summary;
	return ok(events.map((event) => toWireEvent(event, summaryOf)));
}
