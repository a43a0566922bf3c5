import { Link } from "@tanstack/react-router";
import ShieldCheck from "lucide-react/icons/shield-check";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { policyColumns, policyFilters, policyLink } from "./policy-columns.tsx";
import { usePolicyBulk } from "./use-policy-bulk.tsx";

const list = (client: Client) => client.policies.list;

/** Who may reach what. */
export function PoliciesPage() {
	const { may, accountParam: account } = useReeve();
	const { bulk, view } = usePolicyBulk();
	const create = may("policies.create") ? (
		<ButtonLink
			variant="primary"
			render={<Link to="/a/$account/policies/new" params={{ account }} />}
		>
			New policy
		</ButtonLink>
	) : null;
	return (
		<Page
			title="Policies"
			description="Who may reach what. What no policy allows cannot be reached."
			actions={create}
		>
			{view}
			<ResourceList
				noun="policies"
				label="Policies"
				list={list}
				columns={policyColumns}
				filters={policyFilters}
				searchHint="Search name or description"
				rowLink={policyLink}
				bulk={bulk}
				empty={{
					icon: <ShieldCheck aria-hidden="true" />,
					title: "No policies",
					text: "No endpoint reaches another. A policy says which groups may reach which.",
					action: create,
				}}
			/>
		</Page>
	);
}
