import { formatNumber } from "../../format/numbers.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";
import classes from "./home.module.css";
import type { Overview } from "./use-overview.ts";

type Devices = Overview["devices"];

const steps: readonly {
	name: keyof Devices;
	kind: StatusKind;
	word: string;
}[] = [
	{ name: "critical", kind: "danger", word: "critical" },
	{ name: "service_down", kind: "danger", word: "service down" },
	{ name: "trouble", kind: "warning", word: "trouble" },
	{ name: "attention", kind: "warning", word: "attention" },
	{ name: "clear", kind: "success", word: "clear" },
	{ name: "not_watched", kind: "neutral", word: "not watched" },
	{ name: "suppressed", kind: "neutral", word: "suppressed" },
];

/** The devices by their state, the worst first; states without any are left out. */
export function DeviceFigures({ devices }: { devices: Devices }) {
	return (
		<span className={classes.states}>
			{steps
				.filter(({ name }) => devices[name] > 0)
				.map(({ name, kind, word }) => (
					<StatusDot key={name} kind={kind}>
						{formatNumber(devices[name])} {word}
					</StatusDot>
				))}
		</span>
	);
}
