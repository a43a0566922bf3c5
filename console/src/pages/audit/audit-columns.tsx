import type { Audit as AuditEvent } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import { StatusDot } from "../../kit/status-dot.tsx";
import type { Column } from "../../list/list-types.ts";
import classes from "./audit.module.css";

/** What every list of audit events shows. */
export const auditColumns: Column<AuditEvent>[] = [
	{
		id: "at",
		header: "When",
		sortable: true,
		width: 150,
		grow: 0,
		cell: ({ at }) => <Time value={at} />,
	},
	{
		id: "operation",
		header: "What",
		width: 210,
		cell: ({ operation }) => <code>{operation}</code>,
	},
	{
		id: "target",
		header: "Of what",
		width: 180,
		cell: ({ target }) => target.name || (target.id ?? "–"),
	},
	{
		id: "actor",
		header: "Who",
		width: 190,
		cell: (event) => <ActorName event={event} />,
	},
	{
		id: "outcome",
		header: "Outcome",
		width: 110,
		grow: 0,
		priority: 2,
		cell: ({ outcome }) => <Outcome outcome={outcome} />,
	},
	{
		id: "address",
		header: "From",
		width: 190,
		grow: 0,
		priority: 3,
		cell: ({ address, surface }) => `${address || "–"} · ${surface}`,
	},
];

/** What was done: done, or refused. */
export function Outcome({ outcome }: Pick<AuditEvent, "outcome">) {
	return outcome === "done" ? (
		<StatusDot kind="success">Done</StatusDot>
	) : (
		<StatusDot kind="warning">Refused</StatusDot>
	);
}

/** The thing an event is about, by its name; its kind where it has none. */
export function TargetName({ target }: Pick<AuditEvent, "target">) {
	const kind = target.type.replaceAll("_", " ");
	if (target.name === "" && target.id === null) return kind || "–";
	return (
		<span className={classes.pair}>
			<span>{target.name || target.id}</span>
			<span className={classes.quiet}>{kind}</span>
		</span>
	);
}

/** Who did it; people from another account are marked, as the law of the log wants it. */
export function ActorName({ event }: { event: AuditEvent }) {
	const { actor, external } = event;
	return (
		<span className={classes.pair}>
			<span>
				{actor.name || actor.email || actor.kind.replaceAll("_", " ")}
			</span>
			{external ? <Badge kind="external">External</Badge> : null}
		</span>
	);
}
