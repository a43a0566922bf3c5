import type { Region } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { TextArea } from "../../kit/text-area.tsx";
import { TextField } from "../../kit/text-field.tsx";

/** Makes a region, or changes one. Mounted when it opens. */
export function RegionForm({
	region,
	onClose,
	onDone,
}: {
	/** What is changed; left out for a new one. */
	region?: Region | undefined;
	onClose: () => void;
	onDone?: ((region: Region) => void) | undefined;
}) {
	const { client } = useReeve();
	const form = useForm({
		initial: {
			name: region?.name ?? "",
			description: region?.description ?? "",
		},
		version: region?.version,
		check: needsName,
		submit: (values, options) =>
			region
				? client.regions.update({ id: region.id, ...values }, options)
				: client.regions.create(values, options),
		changes: ["regions"],
		done: region ? "Region changed" : "Region created",
		onDone: (made) => {
			onClose();
			onDone?.(made);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={region ? "Edit region" : "New region"}
			action={region ? "Save" : "Create region"}
		>
			<TextField label="Name" required autoFocus {...form.field("name")} />
			<TextArea label="Description" optional {...form.field("description")} />
		</FormDialog>
	);
}
