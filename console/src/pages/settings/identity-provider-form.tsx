import type { IdentityProvider } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { FormPage } from "../../form/form-page.tsx";
import type { Form } from "../../form/form-state.ts";
import { useForm } from "../../form/use-form.ts";
import { Banner } from "../../kit/banner.tsx";
import { PasswordField } from "../../kit/password-field.tsx";
import { TagField } from "../../kit/tag-field.tsx";
import { TextField } from "../../kit/text-field.tsx";
import {
	missingOf,
	type ProviderFields,
	providerFields,
	providerInput,
} from "./identity-provider-fields.ts";
import { IdentityProviderRules } from "./identity-provider-rules.tsx";

/** The provider and its rules. The server asks it for its configuration before it keeps anything. */
export function IdentityProviderForm({
	provider,
	onCancel,
}: {
	provider: IdentityProvider | null;
	onCancel: (() => void) | undefined;
}) {
	const { client, may } = useReeve();
	const mayEdit = may("identity_provider.update");
	const form = useForm<ProviderFields, IdentityProvider>({
		initial: providerFields(provider),
		...(provider ? { version: provider.version } : {}),
		submit: (values, options) =>
			client.identityProvider.update(providerInput(values), options),
		check: missingOf,
		changes: ["identity_provider", "audit"],
		done: ({ name }) => `${name} answered and is saved`,
	});
	const field: typeof form.field = (name) => ({
		...form.field(name),
		disabled: !mayEdit,
	});
	const fields = (
		<ProviderFieldset
			field={field}
			isSecretSet={provider?.client_secret_set ?? false}
		/>
	);
	if (!mayEdit) return fields;
	return (
		<FormPage
			form={form}
			action="Check and save"
			disabled={provider !== null && !form.isDirty}
			onCancel={onCancel}
		>
			{fields}
			{provider ? (
				<Banner>
					To try it, sign in with an address of these domains in a private
					window.
				</Banner>
			) : null}
		</FormPage>
	);
}

function ProviderFieldset({
	field,
	isSecretSet,
}: {
	field: Form<ProviderFields>["field"];
	isSecretSet: boolean;
}) {
	return (
		<>
			<TextField
				label="Name"
				placeholder="Example Login"
				description="As people know it."
				{...field("name")}
			/>
			<TextField
				label="Issuer"
				type="url"
				mono
				placeholder="https://login.example.com"
				description="Saving asks it for its configuration; nothing is kept if it does not answer."
				{...field("issuer")}
			/>
			<TextField label="Client id" mono {...field("client_id")} />
			<PasswordField
				label="Client secret"
				optional
				autoComplete="off"
				description={
					isSecretSet
						? "Kept, and shown to nobody. Leave it empty to keep it."
						: "Leave it empty for a client that has none."
				}
				{...field("client_secret")}
			/>
			<TagField
				label="Domains"
				placeholder="example.com"
				description="Whoever has an e-mail address of these signs in there."
				normalize={(domain) => domain.toLowerCase()}
				{...field("domains")}
			/>
			<IdentityProviderRules field={field} />
		</>
	);
}
