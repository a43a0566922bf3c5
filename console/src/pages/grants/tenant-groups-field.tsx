import { useState } from "react";
import type { BoundField } from "../../form/form-state.ts";
import { MultiCombobox } from "../../kit/multi-combobox.tsx";
import type { Option } from "../../kit/option.ts";
import { useKnownOptions } from "../../kit/option-choice.ts";
import { Select } from "../../kit/select.tsx";
import { useGroupChoices } from "../groups/group-choices.ts";
import { type GrantedRole, grantedRoleOptions } from "../roles/role-words.ts";
import classes from "./grants.module.css";

/** A group that is to reach a tenant, with its role there. */
export interface TenantGroup {
	group_id: string;
	role: GrantedRole;
}

/** Which groups reach a new tenant, and as what: groups are searched for, each then has a role of its own. */
export function TenantGroupsField({
	known,
	...field
}: BoundField<TenantGroup[]> & {
	/** Names of those that are chosen already. */
	known: readonly Option[];
}) {
	const { value, onChange } = field;
	const [search, setSearch] = useState("");
	const { options, isFetching } = useGroupChoices(
		search,
		({ built_in }) => built_in !== "all",
	);
	const groupOf = useKnownOptions(known, options);
	const choose = (ids: string[]) =>
		onChange(
			ids.map(
				(group_id) =>
					value.find((one) => one.group_id === group_id) ?? {
						group_id,
						role: "operator",
					},
			),
		);
	const change = (changed: TenantGroup) =>
		onChange(
			value.map((one) => (one.group_id === changed.group_id ? changed : one)),
		);
	return (
		<div className={classes.list}>
			<MultiCombobox
				label="Groups that reach it"
				optional
				options={options}
				known={known}
				onSearch={setSearch}
				loading={isFetching}
				description={
					value.length === 0
						? "With none, nobody of yours can go in."
						: "Everybody in a group works in the tenant with the role below."
				}
				{...field}
				value={value.map(({ group_id }) => group_id)}
				onChange={choose}
			/>
			{value.map((one) => (
				<RoleLine
					key={one.group_id}
					name={groupOf(one.group_id).label}
					one={one}
					onChange={change}
				/>
			))}
		</div>
	);
}

function RoleLine({
	name,
	one,
	onChange,
}: {
	name: string;
	one: TenantGroup;
	onChange: (changed: TenantGroup) => void;
}) {
	return (
		<div className={classes.granted}>
			<span className={classes.group}>{name}</span>
			<Select
				label={`Role of ${name}`}
				hideLabel
				options={grantedRoleOptions}
				value={one.role}
				onChange={(role) => onChange({ ...one, role })}
			/>
		</div>
	);
}
