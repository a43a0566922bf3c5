import { Link } from "@tanstack/react-router";
import Building2 from "lucide-react/icons/building-2";
import { useCallback, useState } from "react";
import type { TenantRow } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import type { Option } from "../../kit/option.ts";
import type { BulkAction } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import { GrantForm } from "../grants/grant-form.tsx";
import { ProviderOnly } from "../grants/provider-only.tsx";
import { useGranting } from "../grants/use-granting.tsx";
import {
	listTenants,
	tenantColumns,
	tenantFilters,
	tenantLink,
} from "./tenant-columns.tsx";
import { TenantMenu } from "./tenant-menu.tsx";
import { useTenantsBulk } from "./tenants-bulk.tsx";

/** The tenants of a provider, with how each is. */
export function TenantsPage() {
	const { may } = useReeve();
	const create = may("tenants.create") ? <NewTenantLink /> : null;
	return (
		<Page
			title="Tenants"
			description="The customers you look after: each an account of its own, with its own people, devices and log."
			actions={create}
		>
			<ProviderOnly what="Tenants">
				<Tenants create={create} />
			</ProviderOnly>
		</Page>
	);
}

function NewTenantLink() {
	const { accountParam: account } = useReeve();
	return (
		<ButtonLink
			variant="primary"
			render={<Link to="/a/$account/tenants/new" params={{ account }} />}
		>
			New tenant
		</ButtonLink>
	);
}

function Tenants({ create }: { create: React.ReactNode }) {
	const { bulk, view } = useBulk();
	const rowActions = useCallback(
		(tenant: TenantRow) => <TenantMenu tenant={tenant} />,
		[],
	);
	return (
		<>
			{view}
			<ResourceList
				noun="tenants"
				label="Tenants"
				list={listTenants}
				columns={tenantColumns}
				filters={tenantFilters}
				searchHint="Search name or domain"
				rowLink={tenantLink}
				rowActions={rowActions}
				bulk={bulk}
				refreshMs={60_000}
				empty={{
					icon: <Building2 aria-hidden="true" />,
					title: "No tenants yet",
					text: "A tenant holds everything of one customer, apart from all others.",
					action: create,
				}}
			/>
		</>
	);
}

/** Suspending and resuming several, and letting a group reach them. */
function useBulk() {
	const { may } = useReeve();
	const states = useTenantsBulk();
	const granting = useGranting();
	const [granted, setGranted] = useState<Option[]>();
	const grant: BulkAction<TenantRow> = {
		label: "Grant",
		run: (tenants) =>
			setGranted(tenants.map(({ id, name }) => ({ value: id, label: name }))),
	};
	return {
		bulk: [...(may("grants.create") ? [grant] : []), ...states.bulk],
		view: (
			<>
				{states.view}
				{granting.view}
				{granted ? (
					<GrantForm
						tenants={granted}
						onClose={() => setGranted(undefined)}
						onSeveral={granting.start}
					/>
				) : null}
			</>
		),
	};
}
