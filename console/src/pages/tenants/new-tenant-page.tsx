import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Tenant } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { FormPage } from "../../form/form-page.tsx";
import { useForm } from "../../form/use-form.ts";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { FieldGroup } from "../../kit/field-group.tsx";
import type { Option } from "../../kit/option.ts";
import { TextField } from "../../kit/text-field.tsx";
import { toast } from "../../kit/toast.ts";
import { ProviderOnly } from "../grants/provider-only.tsx";
import {
	type TenantGroup,
	TenantGroupsField,
} from "../grants/tenant-groups-field.tsx";
import { tenantLink } from "./tenant-columns.tsx";
import { checkTenant, draftOf, inputOf } from "./tenant-draft.ts";
import { ContactFields, LicenceFields } from "./tenant-fields.tsx";

/** Makes a tenant, and says in the same breath who reaches it. */
export function NewTenantPage() {
	const { accountParam: account } = useReeve();
	const list = <Link to="/a/$account/tenants" params={{ account }} />;
	return (
		<Page
			title="New tenant"
			back={
				<Breadcrumbs
					items={[{ label: "Tenants", render: list }, { label: "New tenant" }]}
				/>
			}
		>
			<ProviderOnly what="Tenants">
				<WithAdministrators />
			</ProviderOnly>
		</Page>
	);
}

/** The form begins with the group that every tenant is granted to unless somebody says otherwise. */
function WithAdministrators() {
	const { client, accountParam } = useReeve();
	const query = useQuery({
		queryKey: [accountParam, "groups", "administrators"],
		queryFn: async ({ signal }) => {
			const wanted = { built_in: "administrators", limit: 1 } as const;
			const { data } = await client.groups.list(wanted, { signal });
			return data.map(({ id, name }) => ({ value: id, label: name }));
		},
	});
	return (
		<Loaded query={query} lines={6} quiet>
			{(administrators) => <NewTenantForm administrators={administrators} />}
		</Loaded>
	);
}

function NewTenantForm({
	administrators,
}: {
	administrators: readonly Option[];
}) {
	const { client, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const form = useForm({
		initial: {
			...draftOf(undefined),
			domain: "",
			groups: administrators.map(
				({ value }): TenantGroup => ({ group_id: value, role: "admin" }),
			),
		},
		check: checkTenant,
		submit: ({ domain, ...values }, options) =>
			client.tenants.create(
				{ ...inputOf(values), ...(domain.trim() ? { domain } : {}) },
				options,
			),
		changes: ["tenants", "grants", "reach", "accounts"],
		onDone: (made) => {
			sayMade(made);
			void navigate(tenantLink(made));
		},
	});
	return (
		<FormPage
			form={form}
			action="Create tenant"
			onCancel={() =>
				void navigate({ to: "/a/$account/tenants", params: { account } })
			}
		>
			<TextField label="Name" required {...form.field("name")} />
			<TextField
				label="Domain"
				optional
				placeholder="acme.example"
				description="Proven later by a record in its DNS. The tenant works at once."
				{...form.field("domain")}
			/>
			<FieldGroup title="Who of yours works in it">
				<TenantGroupsField known={administrators} {...form.field("groups")} />
			</FieldGroup>
			<LicenceFields form={form} />
			<ContactFields form={form} />
		</FormPage>
	);
}

/** Where an account of that domain was there already, the page says what to do. */
function sayMade({ name, status }: Tenant): void {
	if (status === "existing") toast.info("No tenant was made yet");
	else toast.success(`${name} was created`);
}
