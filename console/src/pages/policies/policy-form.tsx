import { useState } from "react";
import type { Policy } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormPage } from "../../form/form-page.tsx";
import { useForm } from "../../form/use-form.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { TextField } from "../../kit/text-field.tsx";
import {
	missingIn,
	newPolicy,
	policyDraft,
	policyInput,
} from "./policy-draft.ts";
import { RulesEditor } from "./rules-editor.tsx";

/** Writes a policy, or changes one. */
export function PolicyForm({
	policy: given,
	onCancel,
	onDone,
}: {
	/** What is changed; left out for a new one. */
	policy?: Policy | undefined;
	onCancel: () => void;
	onDone: (policy: Policy) => void;
}) {
	const { client } = useReeve();
	const [policy] = useState(given);
	const [initial] = useState(() => (given ? policyDraft(given) : newPolicy()));
	const form = useForm({
		initial,
		version: policy?.version,
		check: missingIn,
		submit: (draft, options) =>
			policy
				? client.policies.update(
						{ id: policy.id, ...policyInput(draft) },
						options,
					)
				: client.policies.create(policyInput(draft), options),
		changes: ["policies", "networks"],
		done: policy ? "Policy changed" : "Policy created",
		onDone,
	});
	return (
		<FormPage
			form={form}
			action={policy ? "Save" : "Create policy"}
			onCancel={onCancel}
		>
			<FieldRow>
				<TextField
					label="Name"
					required
					placeholder="Laptops to web servers"
					{...form.field("name")}
				/>
				<TextField
					label="Description"
					optional
					{...form.field("description")}
				/>
			</FieldRow>
			<Checkbox
				label="This policy is on"
				description="Off, none of its rules counts."
				{...form.field("enabled")}
			/>
			<RulesEditor form={form} />
		</FormPage>
	);
}
