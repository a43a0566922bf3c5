import type { Device } from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { bulkOffer } from "../../list/bulk-offer.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

const changes = ["devices"];

/** What can be done to several devices at once. Put `view` on the page. */
export function useDeviceBulk() {
	return bulkOffer(
		useManaging(true),
		useManaging(false),
		useMuting(true),
		useMuting(false),
		useDeletion(),
	);
}

function useManaging(managed: boolean) {
	return useBulkRun<Device>({
		operation: `devices.set_managed:${managed}`,
		label: managed ? "Monitor" : "Stop monitoring",
		fits: (rows) => rows.some((row) => row.managed !== managed),
		action: (count) =>
			`${managed ? "Monitor" : "Stop monitoring"} ${countOf(count, "device")}`,
		doing: managed ? "Starting to monitor" : "Stopping to monitor",
		warning: managed
			? "Their probes poll them from now on."
			: "Nobody hears of it when one of them fails.",
		changes,
		call: (client, { id }, options) =>
			client.devices.setManaged({ id, managed }, options),
	});
}

function useMuting(suppressed: boolean) {
	return useBulkRun<Device>({
		operation: `devices.set_suppressed:${suppressed}`,
		label: suppressed ? "Mute alarms" : "Unmute alarms",
		fits: (rows) => rows.some((row) => row.suppressed !== suppressed),
		action: (count) =>
			`${suppressed ? "Mute" : "Unmute"} alarms of ${countOf(count, "device")}`,
		doing: suppressed ? "Muting alarms" : "Unmuting alarms",
		warning: suppressed
			? "They are polled as before, but nobody is told."
			: "Their alarms are told again.",
		changes,
		call: (client, { id }, options) =>
			client.devices.setSuppressed({ id, suppressed }, options),
	});
}

function useDeletion() {
	return useBulkRun({
		operation: "devices.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "device")}`,
		doing: "Deleting devices",
		warning: "What was measured of them goes with them.",
		danger: true,
		changes: ["devices", "probes", "regions"],
		call: (client, { id }, options) => client.devices.delete({ id }, options),
	});
}
