import type { FieldErrors, Form } from "../../form/form-state.ts";
import { TextField } from "../../kit/text-field.tsx";
import { GroupsField } from "../groups/groups-field.tsx";
import type { RoleName } from "../roles/role-words.ts";
import { RoleField } from "./role-field.tsx";

/** What is said of somebody new, invited or made at once. */
export interface PersonDraft {
	email: string;
	name: string;
	role: RoleName;
	groups: string[];
}

export const newPerson: PersonDraft = {
	email: "",
	name: "",
	role: "user",
	groups: [],
};

/** What is plainly missing of a person; whether the address is one, the server says. */
export function checkPerson({
	email,
	name,
}: PersonDraft): FieldErrors<PersonDraft> {
	return {
		...(email.trim() === "" ? { email: "Give an e-mail address." } : {}),
		...(name.trim() === "" ? { name: "Give a name." } : {}),
	};
}

/** The fields that inviting and making a person have in common. */
export function PersonFields({
	form,
}: {
	form: Pick<Form<PersonDraft>, "field">;
}) {
	return (
		<>
			<TextField
				label="E-mail address"
				type="email"
				required
				{...form.field("email")}
			/>
			<TextField label="Name" required {...form.field("name")} />
			<RoleField {...form.field("role")} />
			<GroupsField {...form.field("groups")} />
		</>
	);
}
