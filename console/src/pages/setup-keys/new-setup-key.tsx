import type {
	SetupKeyCreateAnswer,
	SetupKeysCreateInput,
} from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import type { Form } from "../../form/form-state.ts";
import { needsName } from "../../form/needs-name.ts";
import { ReferencesField } from "../../form/reference-field.tsx";
import { useForm } from "../../form/use-form.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import {
	DateTimeField,
	type DateTimePreset,
} from "../../kit/date-time-field.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { groupSource } from "../groups/group-source.ts";

/** A setup key as the form holds it. */
export interface SetupKeyDraft {
	name: string;
	type: SetupKeysCreateInput["type"];
	usage_limit: number | null;
	expires_at: string | null;
	groups: string[];
	ephemeral: boolean;
	allow_extra_dns_labels: boolean;
}

const types = [
	{
		value: "one-off" as const,
		label: "One machine",
		description: "Used up with the first machine.",
	},
	{
		value: "reusable" as const,
		label: "Several machines",
		description: "Until it expires, or as many as you say.",
	},
];

const lifetimes: DateTimePreset[] = [
	{ label: "1 day", days: 1 },
	{ label: "7 days", days: 7 },
	{ label: "30 days", days: 30 },
	{ label: "Never", days: null },
];

const WEEK_MS = 7 * 86_400_000;

/** The form of a new setup key; what comes of it holds the key, shown this once. */
export function useNewSetupKey(
	onMade: (made: SetupKeyCreateAnswer) => void,
): Form<SetupKeyDraft> {
	const { client } = useReeve();
	return useForm<SetupKeyDraft, SetupKeyCreateAnswer>({
		initial: {
			name: "",
			type: "one-off",
			usage_limit: null,
			expires_at: new Date(Date.now() + WEEK_MS).toISOString(),
			groups: [],
			ephemeral: false,
			allow_extra_dns_labels: false,
		},
		check: needsName,
		submit: ({ usage_limit, ...draft }, options) =>
			client.setupKeys.create(
				draft.type === "one-off"
					? draft
					: { ...draft, usage_limit: usage_limit ?? 0 },
				options,
			),
		changes: ["setup_keys"],
		onDone: onMade,
	});
}

/** Makes a setup key in a dialog. Mounted when it opens. */
export function NewSetupKey({
	onClose,
	onMade,
}: {
	onClose: () => void;
	onMade: (made: SetupKeyCreateAnswer) => void;
}) {
	const form = useNewSetupKey((made) => {
		onClose();
		onMade(made);
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="New setup key"
			description="A computer joins the account with it. You see the key next, once."
			action="Make setup key"
		>
			<SetupKeyFields form={form} />
		</FormDialog>
	);
}

/** The fields of a new setup key. */
export function SetupKeyFields({ form }: { form: Form<SetupKeyDraft> }) {
	const { field, values } = form;
	return (
		<>
			<TextField
				label="Name"
				required
				placeholder="Laptops of the sales team"
				{...field("name")}
			/>
			<RadioCards
				label="Good for"
				options={types}
				minWidth={200}
				{...field("type")}
			/>
			{values.type === "reusable" ? (
				<NumberField
					label="At most"
					optional
					unit="machines"
					min={1}
					placeholder="Any number"
					{...field("usage_limit")}
				/>
			) : null}
			<ReferencesField
				label="Groups"
				optional
				source={groupSource}
				placeholder="None"
				description="What enrols with it joins these, besides All. Policies speak of groups."
				{...field("groups")}
			/>
			<DateTimeField
				label="Expires"
				presets={lifetimes}
				{...field("expires_at")}
			/>
			<Checkbox
				label="Remove machines that go silent"
				description="For machines that come and go, such as containers."
				{...field("ephemeral")}
			/>
			<Checkbox
				label="Let machines name further DNS labels"
				{...field("allow_extra_dns_labels")}
			/>
		</>
	);
}
