import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Tenant } from "../../../../generated/client.ts";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { FormPage } from "../../form/form-page.tsx";
import { useForm } from "../../form/use-form.ts";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { tenantLink } from "./tenant-columns.tsx";
import { checkTenant, draftOf, inputOf } from "./tenant-draft.ts";
import { ContactFields, LicenceFields } from "./tenant-fields.tsx";

/** Changes what is known about a tenant. Who reaches it changes on its own page. */
export function EditTenantPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/tenants/$id/edit" });
	const query = useQuery({
		queryKey: [accountParam, "tenants", id],
		queryFn: ({ signal }) => client.tenants.get({ id }, { signal }),
	});
	const [readings, setReadings] = useState(0);
	const reload = async () => {
		await query.refetch();
		setReadings(readings + 1);
	};
	const tenant = query.data;
	return (
		<Page
			title={tenant ? `Edit ${tenant.name}` : "Edit tenant"}
			back={<WayBack id={id} name={tenant?.name ?? id} />}
			curl={(asked) => asked.tenants.get({ id })}
		>
			<Loaded query={query}>
				{(loaded) => (
					<EditTenantForm
						key={readings}
						tenant={loaded}
						onReload={() => void reload()}
					/>
				)}
			</Loaded>
		</Page>
	);
}

function WayBack({ id, name }: { id: string; name: string }) {
	const { accountParam: account } = useReeve();
	return (
		<Breadcrumbs
			items={[
				{
					label: "Tenants",
					render: <Link to="/a/$account/tenants" params={{ account }} />,
				},
				{
					label: name,
					render: (
						<Link to="/a/$account/tenants/$id" params={{ account, id }} />
					),
				},
				{ label: "Edit" },
			]}
		/>
	);
}

function EditTenantForm({
	tenant,
	onReload,
}: {
	tenant: Tenant;
	onReload: () => void;
}) {
	const { client } = useReeve();
	const navigate = useNavigate();
	const back = () => void navigate(tenantLink(tenant));
	const form = useForm({
		initial: draftOf(tenant),
		version: tenant.version,
		check: checkTenant,
		submit: (values, options) =>
			client.tenants.update({ id: tenant.id, ...inputOf(values) }, options),
		changes: ["tenants", "accounts", "audit"],
		done: "Tenant changed",
		onDone: back,
		onReload,
	});
	return (
		<FormPage form={form} action="Save" onCancel={back}>
			<TextField
				label="Name"
				required
				description={
					tenant.domain === "" ? undefined : `Its domain is ${tenant.domain}.`
				}
				{...form.field("name")}
			/>
			<LicenceFields form={form} />
			<ContactFields form={form} />
		</FormPage>
	);
}
