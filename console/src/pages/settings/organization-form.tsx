import type { Account } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { Form } from "../../form/form-state.ts";
import { useForm } from "../../form/use-form.ts";
import { FieldRow } from "../../kit/field-row.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { SettingsForm } from "./settings-form.tsx";

/** Who the organization is. What a provider decides for its tenants is not asked of them. */
export function OrganizationForm({ account }: { account: Account }) {
	const { client, may } = useReeve();
	const mayEdit = may("accounts.update");
	const isTenant = account.kind === "tenant";
	const form = useForm({
		initial: fieldsOf(account),
		version: account.version,
		submit: ({ domain, verified_ranges, ...others }, options) =>
			client.accounts.update(
				isTenant ? others : { domain, verified_ranges, ...others },
				options,
			),
		check: ({ name }) =>
			name.trim() === "" ? { name: "Name your organization." } : {},
		changes: ["accounts", "audit"],
		done: "Organization saved",
		onDone: (saved) => form.reset(fieldsOf(saved)),
	});
	const field: typeof form.field = (name) => ({
		...form.field(name),
		disabled: !mayEdit,
	});
	return (
		<SettingsForm form={form} mayEdit={mayEdit}>
			<TextField label="Name" {...field("name")} />
			<TextField
				label="Domain"
				optional
				placeholder="example.com"
				description={
					isTenant
						? "Your provider decides it."
						: "A domain of the organization. A new one is proven anew, by the TXT record above."
				}
				{...field("domain")}
				disabled={!mayEdit || isTenant}
			/>
			<TagField
				label="Addresses of administrators"
				optional
				description="Where questions about this account go."
				{...field("admin_emails")}
			/>
			<PostalAddress field={field} />
			<TagField
				label="Address ranges that are yours"
				optional
				placeholder="203.0.113.0/24"
				description={
					isTenant
						? "Your provider decides them."
						: "A network registered inside one of these is verified at once."
				}
				{...field("verified_ranges")}
				disabled={!mayEdit || isTenant}
			/>
		</SettingsForm>
	);
}

type Fields = ReturnType<typeof fieldsOf>;

function PostalAddress({ field }: { field: Form<Fields>["field"] }) {
	return (
		<>
			<TextField label="Street" optional {...field("street_address")} />
			<TextField
				label="Street, second line"
				optional
				{...field("street_address2")}
			/>
			<FieldRow>
				<TextField label="Postal code" optional {...field("zip_code")} />
				<TextField label="City" optional {...field("city")} />
			</FieldRow>
			<FieldRow>
				<TextField label="State or region" optional {...field("state")} />
				<TextField
					label="Country"
					optional
					placeholder="AT"
					description="Two or three letters (ISO 3166)."
					{...field("country_code")}
				/>
			</FieldRow>
		</>
	);
}

function fieldsOf(account: Account) {
	return {
		name: account.name,
		domain: account.domain,
		admin_emails: account.admin_emails,
		street_address: account.street_address,
		street_address2: account.street_address2,
		zip_code: account.zip_code,
		city: account.city,
		state: account.state,
		country_code: account.country_code,
		verified_ranges: account.verified_ranges,
	};
}
