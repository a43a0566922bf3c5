import { useState } from "react";
import type { Device } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { RadioCards } from "../../kit/radio-cards.tsx";
import {
	createInput,
	draftOf,
	missingIn,
	newDevice,
	updateInput,
} from "./device-draft.ts";
import { DeviceNaming, DevicePrint, DeviceWatching } from "./device-fields.tsx";

const kinds = [
	{
		value: "monitored" as const,
		label: "Monitored device",
		description: "A probe polls it at its address.",
	},
	{
		value: "network_device" as const,
		label: "Network device",
		description:
			"Known by its serial number and MAC address; DNS policies can be assigned to it.",
	},
];

/** Adds a device, or changes one. Mounted when it opens. */
export function DeviceForm({
	device: given,
	onClose,
	onDone,
}: {
	/** What is changed; left out for a new one. */
	device?: Device | undefined;
	onClose: () => void;
	onDone?: ((device: Device) => void) | undefined;
}) {
	const { client } = useReeve();
	// The form keeps to what was read when it opened, so that the server sees what it was made from.
	const [device] = useState(given);
	const form = useForm({
		initial: device ? draftOf(device) : newDevice,
		version: device?.version,
		check: missingIn,
		submit: (draft, options) =>
			device
				? client.devices.update(updateInput(device.id, draft), options)
				: client.devices.create(createInput(draft), options),
		changes: ["devices", "probes", "regions"],
		done: device ? "Device changed" : "Device added",
		onDone: (made) => {
			onClose();
			onDone?.(made);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={
				device ? `Edit ${device.display_name || device.name}` : "Add a device"
			}
			action={device ? "Save" : "Add device"}
			size="large"
		>
			{device ? null : (
				<RadioCards
					label="Kind"
					options={kinds}
					minWidth={240}
					{...form.field("kind")}
					onChange={(kind) => {
						form.set("kind", kind);
						form.set("managed", kind === "monitored");
					}}
				/>
			)}
			<DeviceNaming form={form} />
			{!device && form.values.kind === "network_device" ? (
				<DevicePrint form={form} />
			) : null}
			<DeviceWatching form={form} />
		</FormDialog>
	);
}
