import { useState } from "react";
import type { GroupRow } from "../../../../generated/client.ts";
import type { BoundField } from "../../form/form-state.ts";
import { MultiCombobox } from "../../kit/multi-combobox.tsx";
import type { Option } from "../../kit/option.ts";
import { useGroupChoices } from "./group-choices.ts";

/** The built-in groups keep their own members: one follows the role, the other holds every endpoint. */
const isAssignable = ({ built_in }: GroupRow) => built_in === null;

/** The groups that a person is put into. */
export function GroupsField({
	known,
	description,
	...field
}: BoundField<string[]> & {
	/** Names of those that are chosen already. */
	known?: readonly Option[] | undefined;
	description?: string | undefined;
}) {
	const [search, setSearch] = useState("");
	const { options, isFetching } = useGroupChoices(search, isAssignable);
	return (
		<MultiCombobox
			label="Groups"
			optional
			options={options}
			known={known}
			onSearch={setSearch}
			loading={isFetching}
			placeholder="None"
			description={description}
			empty="No group is called so."
			{...field}
		/>
	);
}
