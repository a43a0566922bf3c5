import type { TenantRow } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";
import classes from "./tenants.module.css";

export type Alarms = NonNullable<TenantRow["counts"]>["alarms"];

const severities: { name: keyof Alarms; kind: StatusKind; word: string }[] = [
	{ name: "critical", kind: "danger", word: "critical" },
	{ name: "service_down", kind: "danger", word: "service down" },
	{ name: "trouble", kind: "warning", word: "trouble" },
	{ name: "attention", kind: "warning", word: "attention" },
];

/** How many devices are not well, the worst first; short of words in a row, whole on a page. */
export function AlarmCounts({
	alarms,
	max = severities.length,
}: {
	alarms: Alarms;
	/** Show the worst few alone. */
	max?: number | undefined;
}) {
	const raised = severities.filter(({ name }) => alarms[name] > 0);
	if (raised.length === 0) return <StatusDot kind="success">None</StatusDot>;
	return (
		<span className={classes.alarms}>
			{raised.slice(0, max).map(({ name, kind, word }) => (
				<StatusDot key={name} kind={kind}>
					{formatNumber(alarms[name])} {word}
				</StatusDot>
			))}
			{raised.length > max ? (
				<span className={classes.quiet}>
					+{formatNumber(sum(alarms, raised.slice(max)))}
				</span>
			) : null}
		</span>
	);
}

/** How many devices are not well. */
export function alarmsTotal(alarms: Alarms): number {
	return sum(alarms, severities);
}

function sum(alarms: Alarms, of: readonly { name: keyof Alarms }[]): number {
	return of.reduce((total, { name }) => total + alarms[name], 0);
}
