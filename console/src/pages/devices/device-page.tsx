import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Device } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AppliedPolicies } from "../dns-policies/applied-policies.tsx";
import { DeviceFacts } from "./device-facts.tsx";
import { DeviceForm } from "./device-form.tsx";
import { DeviceStatus } from "./device-status.tsx";

/** One device. */
export function DevicePage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/devices/$id" });
	const query = useQuery({
		queryKey: [accountParam, "devices", id],
		queryFn: ({ signal }) => client.devices.get({ id }, { signal }),
	});
	const device = query.data;
	const title = device ? device.display_name || device.name : "Device";
	const list = (
		<Link to="/a/$account/devices" params={{ account: accountParam }} />
	);
	return (
		<Page
			title={title}
			back={
				<Breadcrumbs
					items={[{ label: "Devices", render: list }, { label: title }]}
				/>
			}
			status={device ? <DeviceStatus device={device} /> : null}
			curl={(asked) => asked.devices.get({ id })}
			actions={device ? <Actions device={device} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<DeviceFacts device={loaded} />
						{loaded.kind === "network_device" ? (
							<AppliedPolicies originId={id} />
						) : null}
						<ObjectHistory type="device" id={id} />
					</>
				)}
			</Loaded>
		</Page>
	);
}

function Actions({ device }: { device: Device }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id } = device;
	return (
		<>
			<DeleteButton
				operation="devices.delete"
				what="device"
				name={device.display_name || device.name}
				call={(client) => client.devices.delete({ id })}
				changes={["devices", "probes", "regions"]}
				leave={() =>
					navigate({ to: "/a/$account/devices", params: { account } })
				}
			>
				What was measured of it goes with it. A probe may find it again.
			</DeleteButton>
			<Muting device={device} />
			<Managing device={device} />
			{may("devices.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			{isEditing ? (
				<DeviceForm device={device} onClose={() => setEditing(false)} />
			) : null}
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
