import { useState } from "react";
import type { SetupKey } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { ReferencesField } from "../../form/reference-field.tsx";
import { useForm } from "../../form/use-form.ts";
import { groupSource } from "../groups/group-source.ts";

/** Changes the groups that machines join with a key; the rest of a key never changes. Mounted when it opens. */
export function EditSetupKey({
	setupKey: given,
	onClose,
}: {
	setupKey: SetupKey;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const [{ id, name, groups, version }] = useState(given);
	const form = useForm({
		initial: { groups },
		version,
		submit: (values, options) =>
			client.setupKeys.update({ id, ...values }, options),
		changes: ["setup_keys"],
		done: "Setup key changed",
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`Edit ${name}`}
			description="Only the groups can change. For another expiry or limit make another key."
			action="Save"
		>
			<ReferencesField
				label="Groups"
				optional
				source={groupSource}
				placeholder="None"
				description="What enrols from now on joins these, besides All."
				{...form.field("groups")}
			/>
		</FormDialog>
	);
}
