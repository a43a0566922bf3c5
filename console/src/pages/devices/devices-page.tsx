import Router from "lucide-react/icons/router";
import type { Device, DevicesListInput } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import { DeviceStatus, deviceStatuses } from "./device-status.tsx";

const list = (client: Client) => client.devices.list;

const columns: Column<Device>[] = [
	{
		id: "display_name",
		header: "Name",
		sortable: true,
		width: 190,
		cell: ({ display_name, name }) => display_name || name,
	},
	{
		id: "status",
		header: "Status",
		sortable: true,
		width: 130,
		cell: (device) => <DeviceStatus device={device} />,
	},
	{
		id: "ip_address",
		header: "Address",
		sortable: true,
		width: 130,
		priority: 2,
		cell: ({ ip_address, dns_name }) => ip_address ?? (dns_name || "–"),
	},
	{
		id: "type",
		header: "Type",
		sortable: true,
		width: 130,
		priority: 2,
		cell: ({ type }) => type || "–",
	},
	{
		id: "vendor",
		header: "Vendor",
		sortable: true,
		width: 120,
		priority: 3,
		cell: ({ vendor }) => vendor || "–",
	},
	{
		id: "probe",
		header: "Probe",
		width: 120,
		priority: 3,
		cell: ({ probe_name }) => probe_name ?? "–",
	},
];

const filters: Filter<DevicesListInput>[] = [
	{
		kind: "select",
		name: "kind",
		label: "Kind",
		options: [
			{ value: "monitored", label: "Monitored" },
			{ value: "network_device", label: "Network device" },
		],
	},
	{
		kind: "multi",
		name: "status",
		label: "Status",
		options: Object.entries(deviceStatuses).map(([value, { word }]) => ({
			value,
			label: word,
		})),
	},
];

/** What is watched, and how it is. */
export function DevicesPage() {
	return (
		<Page
			title="Devices"
			description="What probes watch, and network devices that registered themselves."
		>
			<ResourceList
				noun="devices"
				label="Devices"
				list={list}
				columns={columns}
				filters={filters}
				searchHint="Search name, address or serial"
				empty={{
					icon: <Router aria-hidden="true" />,
					title: "No devices yet",
					text: "Devices appear here when somebody adds them or a probe finds them.",
				}}
			/>
		</Page>
	);
}
