import { linkOptions } from "@tanstack/react-router";
import type { Probe, ProbesListInput } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { regionSource } from "../regions/region-source.ts";
import { ProbeState } from "./probe-state.tsx";

/** Where the row of a probe leads. */
export const probeLink = ({ id, account_id }: Probe) =>
	linkOptions({
		to: "/a/$account/probes/$id",
		params: { account: account_id, id },
	});

export const probeColumns: Column<Probe>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 170,
		cell: ({ display_name, name }) => display_name || name,
	},
	{
		id: "status",
		header: "State",
		width: 150,
		cell: (probe) => <ProbeState probe={probe} />,
	},
	{
		id: "number",
		header: "Number",
		sortable: true,
		width: 90,
		align: "end",
		priority: 3,
		cell: ({ number }) => number,
	},
	{
		id: "address",
		header: "Address",
		width: 130,
		priority: 3,
		cell: ({ address }) => address ?? "–",
	},
	{
		id: "devices",
		header: "Devices",
		width: 90,
		align: "end",
		priority: 2,
		cell: ({ devices_count }) => formatNumber(devices_count),
	},
	{
		id: "last_contact",
		header: "Last heard of",
		width: 140,
		priority: 2,
		cell: ({ last_contact_at }) =>
			last_contact_at ? <Time value={last_contact_at} /> : "Never",
	},
	{
		id: "created_at",
		header: "Registered",
		sortable: true,
		width: 130,
		priority: 3,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];

export const probeFilters: Filter<ProbesListInput>[] = [
	{ kind: "reference", name: "region_id", label: "Region", ...regionSource },
];
