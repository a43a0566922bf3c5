import type { DevicesListInput } from "../../../../generated/client.ts";
import type { Option } from "../../kit/option.ts";
import type { Filter } from "../../list/list-types.ts";
import { probeSource } from "../probes/probe-source.ts";
import { regionSource } from "../regions/region-source.ts";
import { deviceKinds } from "./device-columns.tsx";
import { deviceStatuses } from "./device-status.tsx";

/** The filters of devices; which categories there are is the server's to say. */
export function deviceFilters(
	categories: readonly Option[],
): Filter<DevicesListInput>[] {
	return [
		{
			kind: "multi",
			name: "status",
			label: "Status",
			options: Object.entries(deviceStatuses).map(([value, { word }]) => ({
				value,
				label: word,
			})),
		},
		{
			kind: "select",
			name: "kind",
			label: "Kind",
			options: Object.entries(deviceKinds).map(([value, label]) => ({
				value,
				label,
			})),
		},
		{
			kind: "select",
			name: "category",
			label: "Category",
			options: categories,
		},
		{ kind: "reference", name: "probe_id", label: "Probe", ...probeSource },
		{ kind: "reference", name: "region_id", label: "Region", ...regionSource },
		{
			kind: "boolean",
			name: "managed",
			label: "Monitoring",
			yes: "To be monitored",
			no: "Not to be monitored",
		},
		{
			kind: "boolean",
			name: "suppressed",
			label: "Alarms",
			yes: "Kept back",
			no: "Raised",
		},
	];
}
