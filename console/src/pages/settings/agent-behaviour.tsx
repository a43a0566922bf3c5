import { ReferencesField } from "../../form/reference-field.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldGroup } from "../../kit/field-group.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { groupSource } from "../groups/group-source.ts";
import type { AgentGroupProps } from "./agents.tsx";

/** Updates, and what agents report. */
export function AgentBehaviour(props: AgentGroupProps) {
	return (
		<>
			<Updates {...props} />
			<Reports {...props} />
		</>
	);
}

function Updates({ field }: AgentGroupProps) {
	return (
		<FieldGroup level={3} title="Updates">
			<TextField
				label="Version that agents update to"
				optional
				mono
				placeholder="latest"
				description="Empty: agents stay as they are."
				{...field("auto_update_version")}
			/>
			<Checkbox
				label="Update without asking the user"
				{...field("auto_update_always")}
			/>
		</FieldGroup>
	);
}

function Reports({ values, field }: AgentGroupProps) {
	return (
		<FieldGroup level={3} title="Reports">
			<Checkbox
				label="Endpoints report their traffic"
				description="Which endpoint spoke with which, when; never what they said."
				{...field("network_traffic_logs_enabled")}
			/>
			{values.network_traffic_logs_enabled ? (
				<>
					<ReferencesField
						label="Groups whose traffic"
						optional
						description="None: everybody's."
						source={groupSource}
						{...field("network_traffic_logs_groups")}
					/>
					<Checkbox
						label="Count packets and bytes too"
						{...field("network_traffic_packet_counter_enabled")}
					/>
				</>
			) : null}
			<Checkbox
				label="Agents send figures of their work"
				description="Connections, errors and times, for whoever looks for a fault."
				{...field("metrics_push_enabled")}
			/>
		</FieldGroup>
	);
}
