import type { Form } from "../../form/form-state.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldGroup } from "../../kit/field-group.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { NumberField } from "../../kit/number-field.tsx";
import { Select } from "../../kit/select.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { licenceOptions, packageOptions } from "./licence-words.ts";
import type { TenantDraft } from "./tenant-draft.ts";

type Bind = Pick<Form<TenantDraft>, "field">;

/** What was sold. */
export function LicenceFields({ form }: { form: Bind }) {
	return (
		<FieldGroup title="What it has">
			<FieldRow>
				<NumberField label="Seats" min={1} {...form.field("seats")} />
				<Select
					label="Licence"
					options={licenceOptions}
					{...form.field("license_type")}
				/>
			</FieldRow>
			<Select
				label="Package"
				options={packageOptions}
				{...form.field("package_id")}
			/>
			<Checkbox label="On trial" {...form.field("is_trial")} />
		</FieldGroup>
	);
}

/** Who looks after it, and where it is. */
export function ContactFields({ form }: { form: Bind }) {
	return (
		<FieldGroup title="Contact">
			<TagField
				label="E-mail addresses"
				optional
				description="People on their side to write to. Nobody is invited by this."
				{...form.field("admin_emails")}
			/>
			<TextField label="Street" optional {...form.field("street_address")} />
			<TextField
				label="Street, second line"
				optional
				{...form.field("street_address2")}
			/>
			<FieldRow>
				<TextField label="Postal code" optional {...form.field("zip_code")} />
				<TextField label="City" optional {...form.field("city")} />
			</FieldRow>
			<FieldRow>
				<TextField label="State" optional {...form.field("state")} />
				<TextField
					label="Country"
					optional
					maxLength={3}
					placeholder="DE"
					description="Two or three letters (ISO 3166)."
					{...form.field("country_code")}
				/>
			</FieldRow>
			<TagField
				label="Own address ranges"
				optional
				placeholder="198.51.100.0/24"
				description="Networks registered inside these count as verified at once."
				{...form.field("verified_ranges")}
			/>
		</FieldGroup>
	);
}
