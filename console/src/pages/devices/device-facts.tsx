import type { Device } from "../../../../generated/client.ts";
import { formatDuration } from "../../format/durations.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { RegionLink } from "../regions/region-link.tsx";
import { deviceKinds, ProbeLink } from "./device-columns.tsx";
import { DeviceStatus, statusMeaning } from "./device-status.tsx";
import { useCategories } from "./use-categories.ts";

/** What is known about a device. */
export function DeviceFacts({ device }: { device: Device }) {
	return (
		<>
			<Card level={2} title="State">
				<KeyValueList
					items={[
						{ label: "Status", value: <DeviceStatus device={device} /> },
						{ label: "That means", value: statusMeaning(device) },
						{
							label: "Since",
							value: device.status_at ? (
								<Time value={device.status_at} />
							) : null,
						},
						{
							label: "Alarms",
							value: device.suppressed
								? "Muted: nobody is told when it fails"
								: "Raised",
						},
						{
							label: "Polled",
							value: device.managed
								? `Every ${formatDuration(device.poll_interval_seconds)} by ${device.protocol}`
								: "Not to be monitored",
						},
						{ label: "Probe", value: <ProbeLink device={device} /> },
						{ label: "Region", value: <RegionOf device={device} /> },
					]}
				/>
			</Card>
			<FieldRow>
				<Identity device={device} />
				<Extent device={device} />
			</FieldRow>
		</>
	);
}

function Identity({ device }: { device: Device }) {
	const { ip_address: ip, mac_address: mac, serial_number: serial } = device;
	const isNetworkDevice = device.kind === "network_device";
	return (
		<Card level={2} title="Identity">
			<KeyValueList
				items={[
					{ label: "Kind", value: deviceKinds[device.kind] },
					{ label: "Number", value: device.id, copy: device.id },
					{ label: "Name", value: device.name, copy: device.name },
					{ label: "Address", value: ip, copy: ip ?? undefined },
					{ label: "DNS name", value: device.dns_name },
					isNetworkDevice && {
						label: "MAC address",
						value: mac,
						copy: mac ?? undefined,
					},
					isNetworkDevice && {
						label: "Serial number",
						value: serial,
						copy: serial,
					},
					isNetworkDevice && {
						label: "Device id",
						value: device.device_id,
						copy: device.device_id ?? undefined,
					},
					isNetworkDevice && { label: "Tag", value: device.tag },
				]}
			/>
		</Card>
	);
}

function Extent({ device }: { device: Device }) {
	const categories = useCategories();
	const category = categories.find(({ value }) => value === device.category);
	return (
		<Card level={2} title="Details">
			<KeyValueList
				items={[
					{ label: "Category", value: category?.label ?? device.category },
					{ label: "Type", value: device.type },
					{ label: "Vendor", value: device.vendor },
					{ label: "Model", value: device.model },
					...Object.entries(device.custom_fields).map(([label, value]) => ({
						label,
						value,
					})),
					{ label: "Added", value: <Time value={device.created_at} /> },
					{ label: "Changed", value: <Time value={device.updated_at} /> },
				]}
			/>
		</Card>
	);
}

function RegionOf({ device }: { device: Device }) {
	const { account_id: account, effective_region_id: id, region_id } = device;
	if (id === null) return "–";
	return (
		<>
			<RegionLink account={account} id={id} />
			{region_id === null ? " (that of its probe)" : null}
		</>
	);
}
