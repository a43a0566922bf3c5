import { useState } from "react";
import type { NetworkResource } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import type { FieldErrors } from "../../form/form-state.ts";
import { needsName } from "../../form/needs-name.ts";
import { ReferencesField } from "../../form/reference-field.tsx";
import { useForm } from "../../form/use-form.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { groupSource } from "../groups/group-source.ts";

interface ResourceDraft {
	name: string;
	description: string;
	address: string;
	groups: string[];
	enabled: boolean;
}

const empty: ResourceDraft = {
	name: "",
	description: "",
	address: "",
	groups: [],
	enabled: true,
};

/** Adds what can be reached in a network, or changes it. Mounted when it opens. */
export function ResourceForm({
	networkId,
	resource: given,
	onClose,
}: {
	networkId: string;
	/** What is changed; left out for a new one. */
	resource?: NetworkResource | undefined;
	onClose: () => void;
}) {
	const [resource] = useState(given);
	const form = useResourceForm(networkId, resource, onClose);
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={resource ? `Edit ${resource.name}` : "Add a resource"}
			action={resource ? "Save" : "Add resource"}
		>
			<TextField
				label="Name"
				required
				placeholder="File server"
				{...form.field("name")}
			/>
			<TextField
				label="Address"
				required
				mono
				placeholder="10.1.0.5, 10.1.0.0/24 or *.corp.example"
				description="A host, a subnet or a domain."
				{...form.field("address")}
			/>
			<ReferencesField
				label="Groups"
				optional
				source={groupSource}
				placeholder="None"
				description="Policies that lead to one of these lead to it."
				{...form.field("groups")}
			/>
			<TextField label="Description" optional {...form.field("description")} />
			<Checkbox
				label="On"
				description="Off, nobody reaches it."
				{...form.field("enabled")}
			/>
		</FormDialog>
	);
}

function useResourceForm(
	network_id: string,
	resource: NetworkResource | undefined,
	onClose: () => void,
) {
	const { client } = useReeve();
	return useForm({
		initial: resource ? draftOf(resource) : empty,
		version: resource?.version,
		check: missing,
		submit: (draft, options) =>
			resource
				? client.networkResources.update({ id: resource.id, ...draft }, options)
				: client.networkResources.create({ network_id, ...draft }, options),
		changes: ["network_resources", "networks", "groups"],
		done: resource ? "Resource changed" : "Resource added",
		onDone: onClose,
	});
}

function draftOf(resource: NetworkResource): ResourceDraft {
	const { name, description, address, groups, enabled } = resource;
	const ids = groups.map(({ id }) => id);
	return { name, description, address, groups: ids, enabled };
}

function missing(draft: ResourceDraft): FieldErrors<ResourceDraft> {
	return {
		...needsName(draft),
		...(draft.address.trim() === "" ? { address: "Say where it is." } : {}),
	};
}
