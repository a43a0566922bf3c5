import { Link, linkOptions } from "@tanstack/react-router";
import BellOff from "lucide-react/icons/bell-off";
import type { Device } from "../../../../generated/client.ts";
import type { Column } from "../../list/list-types.ts";
import { DeviceStatus } from "./device-status.tsx";
import { useCategories } from "./use-categories.ts";

/** Where the row of a device leads. */
export const deviceLink = ({ id, account_id }: Device) =>
	linkOptions({
		to: "/a/$account/devices/$id",
		params: { account: account_id, id },
	});

/** The kinds of a device, in words. */
export const deviceKinds: Record<Device["kind"], string> = {
	monitored: "Monitored",
	network_device: "Network device",
};

export const deviceColumns: Column<Device>[] = [
	{
		id: "display_name",
		header: "Name",
		sortable: true,
		width: 200,
		cell: ({ display_name, name }) => display_name || name,
	},
	{
		id: "status",
		header: "Status",
		sortable: true,
		width: 165,
		cell: (device) => <StatusCell device={device} />,
	},
	{
		id: "kind",
		header: "Kind",
		width: 120,
		priority: 3,
		cell: ({ kind }) => deviceKinds[kind],
	},
	{
		id: "category",
		header: "Category",
		sortable: true,
		width: 110,
		priority: 2,
		cell: ({ category }) => <Category name={category} />,
	},
	{
		id: "ip_address",
		header: "Address",
		sortable: true,
		width: 125,
		priority: 2,
		cell: ({ ip_address, dns_name }) => ip_address ?? (dns_name || "–"),
	},
	{
		id: "vendor",
		header: "Vendor",
		sortable: true,
		width: 110,
		priority: 3,
		cell: ({ vendor }) => vendor || "–",
	},
	{
		id: "probe",
		header: "Probe",
		width: 110,
		priority: 3,
		cell: (device) => <ProbeLink device={device} />,
	},
];

/** In words; the server's own name of it until they are known. */
function Category({ name }: { name: string }) {
	const categories = useCategories();
	if (name === "Unknown") return "–";
	const title = categories.find(({ value }) => value === name)?.label ?? name;
	return <span title={title}>{title}</span>;
}

function StatusCell({ device }: { device: Device }) {
	return (
		<>
			<DeviceStatus device={device} />
			{device.suppressed ? (
				<>
					{" "}
					<BellOff size={14} role="img" aria-label="Alarms muted" />
				</>
			) : null}
		</>
	);
}

/** The probe of a device, as the way to it. */
export function ProbeLink({ device }: { device: Device }) {
	const { probe_id, probe_name, account_id } = device;
	if (probe_id === null) return "–";
	return (
		<Link
			to="/a/$account/probes/$id"
			params={{ account: account_id, id: probe_id }}
		>
			{probe_name ?? probe_id}
		</Link>
	);
}
