import type { Device } from "../../../../generated/client.ts";
import { StatusDot, type StatusKind } from "../../kit/status-dot.tsx";

/** The words of a device's status, by its number. */
export const deviceStatuses: Record<
	number,
	{ kind: StatusKind; word: string }
> = {
	1: { kind: "danger", word: "Critical" },
	2: { kind: "warning", word: "Trouble" },
	3: { kind: "warning", word: "Attention" },
	4: { kind: "danger", word: "Service down" },
	5: { kind: "success", word: "Clear" },
	7: { kind: "neutral", word: "Not watched" },
};

/** How a device is, as far as it was measured. */
export function DeviceStatus({
	device: { status, monitoring },
}: {
	device: Pick<Device, "status" | "monitoring">;
}) {
	if (monitoring === "not_monitored_yet")
		return <StatusDot kind="info">Not polled yet</StatusDot>;
	const { kind, word } = deviceStatuses[status] ?? {
		kind: "neutral" as const,
		word: "Unknown",
	};
	return <StatusDot kind={kind}>{word}</StatusDot>;
}
