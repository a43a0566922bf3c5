import type { Probe } from "../../../../generated/client.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

const states: Record<
	Probe["status"],
	{ kind: StatusKind; word: string; meaning: string }
> = {
	connected: {
		kind: "success",
		word: "Connected",
		meaning: "It reports as it should.",
	},
	disconnected: {
		kind: "danger",
		word: "Disconnected",
		meaning:
			"It has not been heard of for three minutes. What it polls is not polled.",
	},
	never_connected: {
		kind: "info",
		word: "Never connected",
		meaning: "It has never reported. Start it with its key.",
	},
};

/** Whether a probe reports. */
export function ProbeState({ probe }: { probe: Probe }) {
	const { kind, word } = states[probe.status];
	return <StatusDot kind={kind}>{word}</StatusDot>;
}

/** What that means, in a sentence. */
export function probeMeaning(probe: Probe): string {
	return states[probe.status].meaning;
}
