import { useState } from "react";
import type { DnsPolicy } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { needsName } from "../../form/needs-name.ts";
import { useForm } from "../../form/use-form.ts";
import { NumberField } from "../../kit/number-field.tsx";
import { SegmentedControl } from "../../kit/segmented-control.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { dnsPolicyTypes } from "./dns-policy-columns.tsx";

const types = (["dns", "web"] as const).map((value) => ({
	value,
	label: dnsPolicyTypes[value],
}));

const PRIORITY_MAX = 100_000;

/** Makes a DNS or web policy, or changes one. Mounted when it opens. */
export function DnsPolicyForm({
	policy: given,
	onClose,
	onDone,
}: {
	/** What is changed; left out for a new one. */
	policy?: DnsPolicy | undefined;
	onClose: () => void;
	onDone?: ((policy: DnsPolicy) => void) | undefined;
}) {
	const [policy] = useState(given);
	const form = useDnsPolicyForm(policy, (made) => {
		onClose();
		onDone?.(made);
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={policy ? `Edit ${policy.name}` : "New DNS policy"}
			action={policy ? "Save" : "Create policy"}
		>
			<TextField
				label="Name"
				required
				placeholder="Visitors"
				{...form.field("name")}
			/>
			{policy ? null : (
				<SegmentedControl
					label="Type"
					options={types}
					value={form.values.type}
					onChange={(type) => form.set("type", type)}
				/>
			)}
			{policy?.is_default ? null : (
				<NumberField
					label="Priority"
					optional={!policy}
					min={1}
					max={PRIORITY_MAX}
					placeholder="After the others"
					description="1 comes first. The first policy that names something applies to it."
					{...form.field("priority")}
				/>
			)}
		</FormDialog>
	);
}

function useDnsPolicyForm(
	policy: DnsPolicy | undefined,
	onDone: (policy: DnsPolicy) => void,
) {
	const { client } = useReeve();
	const before = policy?.priority ?? null;
	return useForm({
		initial: {
			name: policy?.name ?? "",
			type: policy?.type ?? ("dns" as const),
			priority: before,
		},
		version: policy?.version,
		check: needsName,
		submit: ({ name, type, priority: chosen }, options) => {
			const priority =
				chosen === null || chosen === before ? undefined : chosen;
			return policy
				? client.dnsPolicies.update({ id: policy.id, name, priority }, options)
				: client.dnsPolicies.create({ name, type, priority }, options);
		},
		changes: ["dns_policies"],
		done: policy ? "Policy changed" : "Policy created",
		onDone,
	});
}
