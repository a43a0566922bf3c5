import type { Form } from "../../form/form-state.ts";
import { RadioCards } from "../../kit/radio-cards.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { AccessEditor, type KeyHolder } from "./access-editor.tsx";
import { ExpiryField } from "./expiry-field.tsx";
import type { KeyDraft } from "./key-draft.ts";
import {
	actsForUser,
	type KeyKind,
	type OrganizationApi,
	organizationApis,
} from "./key-kinds.ts";
import { NarrowingFields } from "./narrowing-fields.tsx";

export interface KeyFieldsProps {
	form: Form<KeyDraft>;
	kind: KeyKind;
	holder: KeyHolder;
	/** The API is picked once; changing a key does not change it. */
	isNew: boolean;
}

/** What every kind of key is asked for. */
export function KeyFields({ form, kind, holder, isNew }: KeyFieldsProps) {
	return (
		<>
			<TextField
				label="Name"
				required
				maxLength={255}
				placeholder="Nightly inventory"
				{...form.field("name")}
			/>
			<TextField
				label="Description"
				optional
				maxLength={1000}
				{...form.field("description")}
			/>
			<ExpiryField {...form.field("expires_at")} />
			{kind === "organization" && isNew ? (
				<RadioCards<OrganizationApi>
					label="The API it opens"
					options={organizationApis}
					minWidth={260}
					{...form.field("opens")}
				/>
			) : null}
			{actsForUser(kind) ? (
				<AccessEditor {...form.field("access")} holder={holder} />
			) : null}
			<NarrowingFields form={form} />
		</>
	);
}
