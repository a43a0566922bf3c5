import { useState } from "react";
import type { Probe, ProbeCreateAnswer } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import type { Form, SubmitOptions } from "../../form/form-state.ts";
import { needsName } from "../../form/needs-name.ts";
import { ReferenceField } from "../../form/reference-field.tsx";
import { useForm } from "../../form/use-form.ts";
import { FieldRow } from "../../kit/field-row.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { regionSource } from "../regions/region-source.ts";

interface ProbeDraft {
	name: string;
	display_name: string;
	region_id: string | null;
	contact_person: string;
	contact_email: string;
	timezone: string;
}

const changes = ["probes", "regions"];

/** Registers a probe. What comes back holds its key, shown this once. */
export function NewProbe({
	onClose,
	onMade,
}: {
	onClose: () => void;
	onMade: (made: ProbeCreateAnswer) => void;
}) {
	const { client } = useReeve();
	const form = useProbeForm({
		initial: {
			name: "",
			display_name: "",
			region_id: null,
			contact_person: "",
			contact_email: "",
			timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
		},
		submit: (draft, options) =>
			client.probes.create(
				{ ...draft, display_name: draft.display_name || undefined },
				options,
			),
		onDone: (made) => {
			onClose();
			onMade(made);
		},
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="Register a probe"
			description="A probe polls the devices around it. You get its key next."
			action="Register probe"
		>
			<ProbeFields form={form} />
		</FormDialog>
	);
}

/** Changes what is registered about a probe. Mounted when it opens. */
export function EditProbe({
	probe: given,
	onClose,
}: {
	probe: Probe;
	onClose: () => void;
}) {
	const { client } = useReeve();
	const [probe] = useState(given);
	const { name, display_name, region_id } = probe;
	const { contact_person, contact_email, timezone } = probe;
	const form = useProbeForm({
		initial: {
			name,
			display_name,
			region_id,
			contact_person,
			contact_email,
			timezone,
		},
		version: probe.version,
		done: "Probe changed",
		submit: (draft, options) =>
			client.probes.update({ id: probe.id, ...draft }, options),
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title={`Edit ${probe.display_name || probe.name}`}
			action="Save"
		>
			<ProbeFields form={form} />
		</FormDialog>
	);
}

function useProbeForm<O>(options: {
	initial: ProbeDraft;
	submit: (draft: ProbeDraft, options: SubmitOptions) => Promise<O>;
	onDone: (made: O) => void;
	version?: number;
	done?: string;
}) {
	return useForm({
		...options,
		changes,
		check: needsName,
	});
}

function ProbeFields({ form: { field } }: { form: Form<ProbeDraft> }) {
	return (
		<>
			<FieldRow>
				<TextField label="Name" required {...field("name")} />
				<TextField label="Display name" optional {...field("display_name")} />
			</FieldRow>
			<ReferenceField
				label="Region"
				optional
				source={regionSource}
				placeholder="None"
				description="Where the probe stands."
				{...field("region_id")}
			/>
			<FieldRow>
				<TextField
					label="Contact person"
					optional
					{...field("contact_person")}
				/>
				<TextField
					label="Contact e-mail"
					optional
					type="email"
					{...field("contact_email")}
				/>
			</FieldRow>
			<TextField
				label="Time zone"
				optional
				placeholder="Europe/Vienna"
				{...field("timezone")}
			/>
		</>
	);
}
