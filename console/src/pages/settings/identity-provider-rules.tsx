import type { Form } from "../../form/form-state.ts";
import { Checkbox } from "../../kit/checkbox.tsx";
import type { Option } from "../../kit/option.ts";
import { Select } from "../../kit/select.tsx";
import { roleTitle } from "../roles/role-words.ts";
import { NOBODY, type ProviderFields } from "./identity-provider-fields.ts";

const newcomers: Option<ProviderFields["newcomer_role"]>[] = [
	{ value: NOBODY, label: "Nobody: people are added or invited first" },
	...(
		["user", "operator", "network_admin", "auditor", "billing_admin"] as const
	).map((role) => ({ value: role, label: `As ${roleTitle(role)}` })),
];

/** Who may, who must, and what a sign-in there is worth. */
export function IdentityProviderRules({
	field,
}: {
	field: Form<ProviderFields>["field"];
}) {
	return (
		<>
			<Select
				label="Who may come uninvited"
				description="People of these domains whom nobody has added yet."
				options={newcomers}
				{...field("newcomer_role")}
			/>
			<Checkbox
				label="People of these domains sign in no other way"
				description="Their passwords open nothing any more. The owner keeps the password as a way back."
				{...field("required")}
			/>
			<Checkbox
				label="A sign-in there counts as a second factor"
				description="Leave it on where the provider asks for one itself."
				{...field("second_factor")}
			/>
			<Checkbox
				label="The owner may sign in there too"
				description="Whoever runs the provider can then be the owner. Only an owner turns it on."
				{...field("include_owner")}
			/>
			<Checkbox
				label="Take addresses for verified"
				description="For providers that never say whether an e-mail address is its person's. Leave it off otherwise."
				{...field("trust_addresses")}
			/>
			<Checkbox
				label="In use"
				description="Off, people sign in with their passwords, and what is entered here is kept."
				{...field("enabled")}
			/>
		</>
	);
}
