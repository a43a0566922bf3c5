import { useParams } from "@tanstack/react-router";
import type { Device } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Button } from "../../kit/button.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AppliedPolicies } from "../dns-policies/applied-policies.tsx";
import { DeviceFacts } from "./device-facts.tsx";
import { DeviceForm } from "./device-form.tsx";
import { DeviceStatus } from "./device-status.tsx";

const nameOf = ({ display_name, name }: Device) => display_name || name;

/** One device. */
export function DevicePage() {
	const { id } = useParams({ from: "/signed-in/a/$account/devices/$id" });
	return (
		<ThingPage
			noun="devices"
			what="Device"
			id={id}
			get={(client) => client.devices.get}
			list={{ to: "/a/$account/devices", label: "Devices" }}
			title={nameOf}
			status={(device) => <DeviceStatus device={device} />}
			actions={(device) => <Actions device={device} />}
		>
			{(device) => (
				<>
					<DeviceFacts device={device} />
					{device.kind === "network_device" ? (
						<AppliedPolicies originId={id} />
					) : null}
					<ObjectHistory type="device" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Actions({ device }: { device: Device }) {
	const { id } = device;
	return (
		<>
			<DeleteButton
				operation="devices.delete"
				what="device"
				name={nameOf(device)}
				call={(client) => client.devices.delete({ id })}
				changes={["devices", "probes", "regions"]}
				list="/a/$account/devices"
			>
				What was measured of it goes with it. A probe may find it again.
			</DeleteButton>
			<Muting device={device} />
			<Managing device={device} />
			<EditButton operation="devices.update">
				{(close) => <DeviceForm device={device} onClose={close} />}
			</EditButton>
		</>
	);
}

function Muting({ device: { id, suppressed } }: { device: Device }) {
	const { may } = useReeve();
	const write = useWrite({
		call: ({ client }) =>
			client.devices.setSuppressed({ id, suppressed: !suppressed }),
		changes: ["devices", "audit"],
		done: suppressed ? "Its alarms are raised again" : "Its alarms are muted",
	});
	if (!may("devices.set_suppressed")) return null;
	return (
		<Button pending={write.isPending} onClick={() => write.mutate(undefined)}>
			{suppressed ? "Unmute alarms" : "Mute alarms"}
		</Button>
	);
}

function Managing({ device: { id, managed } }: { device: Device }) {
	const { may } = useReeve();
	const write = useWrite({
		call: ({ client }) => client.devices.setManaged({ id, managed: !managed }),
		changes: ["devices", "audit"],
		done: managed ? "It is not monitored any more" : "It is monitored now",
	});
	if (!may("devices.set_managed")) return null;
	return (
		<Button pending={write.isPending} onClick={() => write.mutate(undefined)}>
			{managed ? "Stop monitoring" : "Monitor"}
		</Button>
	);
}
