import type { Form } from "../../form/form-state.ts";
import { ReferenceField } from "../../form/reference-field.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { Combobox } from "../../kit/combobox.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { Select } from "../../kit/select.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { probeSource } from "../probes/probe-source.ts";
import { regionSource } from "../regions/region-source.ts";
import { customFault } from "./custom-fields.ts";
import type { DeviceDraft } from "./device-draft.ts";
import { useCategories } from "./use-categories.ts";

interface Part {
	form: Form<DeviceDraft>;
}

const protocols = (["ICMP", "SNMP", "TCP"] as const).map((value) => ({
	value,
	label: value,
}));

/** What it is called, where it is, what it is. */
export function DeviceNaming({ form }: Part) {
	const { field, values } = form;
	const isMonitored = values.kind === "monitored";
	return (
		<>
			<FieldRow>
				<TextField
					label="Address"
					mono
					optional={!isMonitored}
					placeholder="192.0.2.10"
					{...field("ip_address")}
				/>
				<TextField
					label="Name"
					optional={isMonitored}
					required={!isMonitored}
					placeholder={isMonitored ? values.ip_address : undefined}
					{...field("name")}
				/>
			</FieldRow>
			<FieldRow>
				<TextField
					label="Display name"
					optional
					description="What people call it; its name unless said."
					{...field("display_name")}
				/>
				<TextField label="DNS name" optional mono {...field("dns_name")} />
			</FieldRow>
			<FieldRow>
				<CategoryField form={form} />
				<TextField label="Type" optional {...field("type")} />
				<TextField label="Vendor" optional {...field("vendor")} />
			</FieldRow>
		</>
	);
}

function CategoryField({ form }: Part) {
	const options = useCategories();
	const bound = form.field("category");
	return (
		<Combobox
			label="Category"
			{...bound}
			options={options}
			onChange={(category) =>
				bound.onChange((category ?? "Unknown") as DeviceDraft["category"])
			}
		/>
	);
}

/** What is printed on a network device. */
export function DevicePrint({ form: { field } }: Part) {
	return (
		<>
			<FieldRow>
				<TextField
					label="Serial number"
					required
					mono
					{...field("serial_number")}
				/>
				<TextField
					label="MAC address"
					required
					mono
					placeholder="00:1a:2b:3c:4d:5e"
					{...field("mac_address")}
				/>
			</FieldRow>
			<FieldRow>
				<TextField label="Model" required {...field("model")} />
				<TextField label="Tag" optional {...field("tag")} />
			</FieldRow>
		</>
	);
}

/** Who polls it, how and how often. */
export function DeviceWatching({ form: { field } }: Part) {
	return (
		<>
			<FieldRow>
				<ReferenceField
					label="Probe"
					optional
					source={probeSource}
					placeholder="None"
					description="The probe that polls it."
					{...field("probe_id")}
				/>
				<ReferenceField
					label="Region"
					optional
					source={regionSource}
					placeholder="That of its probe"
					{...field("region_id")}
				/>
			</FieldRow>
			<FieldRow>
				<Select label="Protocol" options={protocols} {...field("protocol")} />
				<NumberField
					label="Polled every"
					unit="seconds"
					min={10}
					max={86_400}
					step={30}
					{...field("poll_interval_seconds")}
				/>
			</FieldRow>
			<TagField
				label="Custom fields"
				optional
				placeholder="rack=B4"
				checkItem={customFault}
				description="Fields of your own, each as name=value."
				{...field("custom_fields")}
			/>
			<Checkbox
				label="Monitor it"
				description="Otherwise nothing polls it."
				{...field("managed")}
			/>
			<Checkbox
				label="Mute its alarms"
				description="It is polled as before, but nobody is told."
				{...field("suppressed")}
			/>
		</>
	);
}
