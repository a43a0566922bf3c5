import type {
	IdentityProvider,
	IdentityProviderUpdateInput,
} from "../../../../generated/client.ts";
import type { FieldErrors } from "../../form/form-state.ts";
import { needsName } from "../../form/needs-name.ts";

/** Nobody comes uninvited: what a select has in place of `null`. */
export const NOBODY = "nobody";

export interface ProviderFields {
	name: string;
	issuer: string;
	client_id: string;
	client_secret: string;
	domains: string[];
	required: boolean;
	newcomer_role: NonNullable<IdentityProvider["newcomer_role"]> | typeof NOBODY;
	second_factor: boolean;
	include_owner: boolean;
	trust_addresses: boolean;
	enabled: boolean;
}

/** What the form begins with; for a new provider what the server would choose. */
export function providerFields(
	provider: IdentityProvider | null,
): ProviderFields {
	return {
		name: provider?.name ?? "",
		issuer: provider?.issuer ?? "",
		client_id: provider?.client_id ?? "",
		client_secret: "",
		domains: provider?.domains ?? [],
		required: provider?.required ?? false,
		newcomer_role: provider?.newcomer_role ?? NOBODY,
		second_factor: provider?.second_factor ?? true,
		include_owner: provider?.include_owner ?? false,
		trust_addresses: provider?.trust_addresses ?? false,
		enabled: provider?.enabled ?? true,
	};
}

/** What is sent. An empty secret is left out: it stays as it was. */
export function providerInput({
	client_secret,
	newcomer_role,
	...fields
}: ProviderFields): IdentityProviderUpdateInput {
	return {
		...fields,
		newcomer_role: newcomer_role === NOBODY ? null : newcomer_role,
		...(client_secret === "" ? {} : { client_secret }),
	};
}

export function missingOf(values: ProviderFields): FieldErrors<ProviderFields> {
	return {
		...needsName(values),
		...(values.issuer.trim() === "" ? { issuer: "Enter its address." } : {}),
		...(values.client_id.trim() === ""
			? { client_id: "The provider gave you one." }
			: {}),
		...(values.domains.length === 0
			? { domains: "Enter at least one domain." }
			: {}),
	};
}
