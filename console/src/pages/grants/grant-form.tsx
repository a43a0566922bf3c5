import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import { useForm } from "../../form/use-form.ts";
import { Combobox } from "../../kit/combobox.tsx";
import { MultiCombobox } from "../../kit/multi-combobox.tsx";
import type { Option } from "../../kit/option.ts";
import { useKnownOptions } from "../../kit/option-choice.ts";
import { Select } from "../../kit/select.tsx";
import { toast } from "../../kit/toast.ts";
import { useGroupChoices } from "../groups/group-choices.ts";
import { type GrantedRole, grantedRoleOptions } from "../roles/role-words.ts";
import { useTenantChoices } from "./tenant-choices.ts";
import type { GrantRun } from "./use-granting.tsx";

export interface GrantFormProps {
	/** Chosen already, as on the page of a group. */
	group?: Option | undefined;
	/** Chosen already, as on the page of a tenant or from the list of them. */
	tenants?: readonly Option[] | undefined;
	onClose: () => void;
	/** Does it for several tenants, one after the other. */
	onSeveral: (run: GrantRun) => void;
}

/** Lets a group reach tenants with a role. Mounted when it opens. */
export function GrantForm(props: GrantFormProps) {
	const { group, tenants = [], onClose } = props;
	const groups = useSearch(useGroupChoices);
	const found = useSearch(useTenantChoices);
	const form = useGrantForm(
		props,
		useKnownOptions(group ? [group] : [], groups.options),
		useKnownOptions(tenants, found.options),
	);
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			title="Let a group reach tenants"
			description="Everybody in the group may work there with this role, at once."
			action={form.values.tenants.length > 1 ? "Go on" : "Grant"}
		>
			<Combobox
				label="Group"
				required
				options={groups.options}
				known={group ? [group] : []}
				onSearch={groups.setSearch}
				loading={groups.isFetching}
				disabled={group !== undefined}
				{...form.field("group_id")}
			/>
			<MultiCombobox
				label="Tenants"
				required
				options={found.options}
				known={tenants}
				onSearch={found.setSearch}
				loading={found.isFetching}
				{...form.field("tenants")}
			/>
			<Select
				label="Role there"
				required
				options={grantedRoleOptions}
				{...form.field("role")}
			/>
		</FormDialog>
	);
}

/** One tenant is granted by the form itself; several are handed on, to be done with progress. */
function useGrantForm(
	{ group, tenants = [], onClose, onSeveral }: GrantFormProps,
	groupOf: (id: string) => Option,
	tenantOf: (id: string) => Option,
) {
	const { client } = useReeve();
	return useForm({
		initial: {
			group_id: group?.value ?? (null as string | null),
			tenants: tenants.map(({ value }) => value),
			role: "operator" as GrantedRole,
		},
		pointers: { tenants: "/tenant_id" },
		check: ({ group_id, tenants: chosen }) => ({
			...(group_id === null ? { group_id: "Choose a group." } : {}),
			...(chosen.length === 0 ? { tenants: "Choose a tenant." } : {}),
		}),
		submit: async ({ group_id, tenants: [only, second], role }, options) =>
			group_id && only && second === undefined
				? client.grants.create({ group_id, tenant_id: only, role }, options)
				: undefined,
		changes: ["grants", "reach", "tenants", "audit"],
		onDone: (grant, { group_id, tenants: chosen, role }) => {
			onClose();
			if (grant)
				toast.success(`${grant.group_name} reaches ${grant.tenant_name}`);
			else if (group_id)
				onSeveral({
					group: groupOf(group_id),
					tenants: chosen.map(tenantOf),
					role,
				});
		},
	});
}

function useSearch<T>(useChoices: (search: string) => T) {
	const [search, setSearch] = useState("");
	return { ...useChoices(search), setSearch };
}
