import type { Device } from "../../../../generated/client.ts";
import { formatDuration } from "../../format/durations.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

/** The words of a device's status, by its number. */
export const deviceStatuses: Record<
	number,
	{ kind: StatusKind; word: string; meaning: string }
> = {
	1: { kind: "danger", word: "Critical", meaning: "It does not do its work." },
	2: { kind: "warning", word: "Trouble", meaning: "It works, with trouble." },
	3: {
		kind: "warning",
		word: "Attention",
		meaning: "It works, and something should be looked at.",
	},
	4: {
		kind: "danger",
		word: "Service down",
		meaning: "It answers, but a service on it does not.",
	},
	5: { kind: "success", word: "Clear", meaning: "Everything is as it should." },
	7: { kind: "neutral", word: "Not watched", meaning: "Nothing polls it." },
};

type Watched = Pick<Device, "status" | "monitoring">;

/** How a device is, as far as it was measured. */
export function DeviceStatus({ device }: { device: Watched }) {
	const { status, monitoring } = device;
	if (monitoring === "not_monitored_yet")
		return <StatusDot kind="info">Not polled yet</StatusDot>;
	const { kind, word } = deviceStatuses[status] ?? {
		kind: "neutral" as const,
		word: "Unknown",
	};
	return <StatusDot kind={kind}>{word}</StatusDot>;
}

/** What the status means, in a sentence. */
export function statusMeaning(
	device: Watched & Pick<Device, "probe_id" | "poll_interval_seconds">,
): string {
	if (device.monitoring === "unmanaged")
		return "It is not to be monitored, so nothing polls it.";
	if (device.monitoring === "not_monitored_yet")
		return device.probe_id === null
			? "Nobody knows how it is: it has no probe that could poll it."
			: `Nobody knows how it is yet: its probe has not polled it. It should every ${formatDuration(device.poll_interval_seconds)}.`;
	return deviceStatuses[device.status]?.meaning ?? "";
}
