import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useReeve } from "../../app/reeve.tsx";
import { FormDialog } from "../../form/form-dialog.tsx";
import type { BoundField } from "../../form/form-state.ts";
import { useForm } from "../../form/use-form.ts";
import { Combobox } from "../../kit/combobox.tsx";
import { TextField } from "../../kit/text-field.tsx";
import type { TenantDialogProps } from "./tenant-dialogs.tsx";

const OFFERED_MAX = 50;

/** Lets a tenant go: it becomes an account of its own. Its name is typed. Mounted when it opens. */
export function UnlinkTenant({ tenant, onClose, onGone }: TenantDialogProps) {
	const { client } = useReeve();
	const { id, name } = tenant;
	const form = useForm({
		initial: { owner: null as string | null, typed: "" },
		version: tenant.version,
		check: ({ owner, typed }) => ({
			...(owner === null ? { owner: "Choose who will own it." } : {}),
			...(typed === name ? {} : { typed: `Type ${name} to confirm.` }),
		}),
		submit: async ({ owner }, options) => {
			await client.tenants.unlink({ id, owner: owner ?? "" }, options);
			await onGone?.();
		},
		changes: ["tenants", "grants", "reach", "accounts"],
		done: `${name} stands on its own now`,
		onDone: onClose,
	});
	return (
		<FormDialog
			form={form}
			onClose={onClose}
			danger
			title={`Let ${name} go?`}
			description="It becomes an account of its own. Your people lose it at once, and the keys and setup keys they made in it stop. What its own people made stays."
			action="Let go"
		>
			<OwnerField tenantId={id} {...form.field("owner")} />
			<TextField
				label={
					<>
						Type <b>{name}</b> to confirm
					</>
				}
				required
				{...form.field("typed")}
			/>
		</FormDialog>
	);
}

/** One of the tenant's own people, who must be active. */
function OwnerField({
	tenantId,
	...field
}: BoundField<string | null> & { tenantId: string }) {
	const { clientOf } = useReeve();
	const [search, setSearch] = useState("");
	const { data, isFetching, isError } = useQuery({
		queryKey: [tenantId, "users", "owners", search],
		queryFn: ({ signal }) =>
			clientOf(tenantId).users.list(
				{
					kind: "human",
					status: "active",
					blocked: false,
					limit: OFFERED_MAX,
					...(search === "" ? {} : { search }),
				},
				{ signal },
			),
		placeholderData: keepPreviousData,
		retry: false,
	});
	const options = (data?.data ?? []).map((user) => ({
		value: user.id,
		label: user.name || user.email,
		description: user.email,
	}));
	return (
		<Combobox
			label="New owner"
			required
			options={options}
			onSearch={setSearch}
			loading={isFetching}
			description={
				isError
					? "You cannot see its people: no group of yours reaches it."
					: "One of its own people. Invite one first where there is none."
			}
			empty="Nobody who is active is called so."
			{...field}
		/>
	);
}
