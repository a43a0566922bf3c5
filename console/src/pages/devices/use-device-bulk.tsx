import type { Device } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { useBulkRun } from "../../list/use-bulk-run.tsx";

const changes = ["devices"];

/** What can be done to several devices at once. Put `view` on the page. */
export function useDeviceBulk() {
	const { may } = useReeve();
	const manage = useManaging(true);
	const unmanage = useManaging(false);
	const mute = useMuting(true);
	const unmute = useMuting(false);
	const deletion = useDeletion();
	const actions: (BulkAction<Device> | false)[] = [
		may("devices.set_managed") && {
			label: "Monitor",
			run: manage.start,
			fits: (rows) => rows.some(({ managed }) => !managed),
		},
		may("devices.set_managed") && {
			label: "Stop monitoring",
			run: unmanage.start,
			fits: (rows) => rows.some(({ managed }) => managed),
		},
		may("devices.set_suppressed") && {
			label: "Mute alarms",
			run: mute.start,
			fits: (rows) => rows.some(({ suppressed }) => !suppressed),
		},
		may("devices.set_suppressed") && {
			label: "Unmute alarms",
			run: unmute.start,
			fits: (rows) => rows.some(({ suppressed }) => suppressed),
		},
		may("devices.delete") && {
			label: "Delete",
			danger: true,
			run: deletion.start,
		},
	];
	const offered = actions.filter((action) => action !== false);
	return {
		bulk: offered.length > 0 ? offered : undefined,
		view: (
			<>
				{manage.view}
				{unmanage.view}
				{mute.view}
				{unmute.view}
				{deletion.view}
			</>
		),
	};
}

function useManaging(managed: boolean) {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: `devices.set_managed:${managed}`,
		action: (count) =>
			`${managed ? "Monitor" : "Stop monitoring"} ${countOf(count, "device")}`,
		doing: managed ? "Starting to monitor" : "Stopping to monitor",
		warning: managed
			? "Their probes poll them from now on."
			: "Nobody hears of it when one of them fails.",
		changes,
		call: ({ id, account }, options) =>
			clientOf(account).devices.setManaged({ id, managed }, options),
	});
}

function useMuting(suppressed: boolean) {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: `devices.set_suppressed:${suppressed}`,
		action: (count) =>
			`${suppressed ? "Mute" : "Unmute"} alarms of ${countOf(count, "device")}`,
		doing: suppressed ? "Muting alarms" : "Unmuting alarms",
		warning: suppressed
			? "They are polled as before, but nobody is told."
			: "Their alarms are told again.",
		changes,
		call: ({ id, account }, options) =>
			clientOf(account).devices.setSuppressed({ id, suppressed }, options),
	});
}

function useDeletion() {
	const { clientOf } = useReeve();
	return useBulkRun({
		operation: "devices.delete",
		action: (count) => `Delete ${countOf(count, "device")}`,
		doing: "Deleting devices",
		warning: "What was measured of them goes with them.",
		danger: true,
		changes: ["devices", "probes", "regions"],
		call: ({ id, account }, options) =>
			clientOf(account).devices.delete({ id }, options),
	});
}
