import { useState } from "react";
import type { BoundField } from "../../form/form-state.ts";
import { MultiCombobox } from "../../kit/multi-combobox.tsx";
import type { Option } from "../../kit/option.ts";
import { type MemberKind, useMemberChoices } from "./group-members.ts";

const labels: Record<MemberKind, string> = {
	users: "Users",
	endpoints: "Endpoints",
	resources: "Network resources",
};

/** The members of one kind, found by the server. Nothing for whoever may not read them. */
export function MemberField({
	kind,
	known,
	...field
}: BoundField<string[]> & {
	kind: MemberKind;
	/** Names of those that are chosen already. */
	known: readonly Option[];
}) {
	const [search, setSearch] = useState("");
	const { options, isFetching, isAllowed } = useMemberChoices(kind, search);
	if (!isAllowed) return null;
	return (
		<MultiCombobox
			label={labels[kind]}
			optional
			options={options}
			known={known}
			onSearch={setSearch}
			loading={isFetching}
			placeholder="None"
			{...field}
		/>
	);
}
