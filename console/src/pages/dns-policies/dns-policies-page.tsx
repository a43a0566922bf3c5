import { useNavigate } from "@tanstack/react-router";
import ShieldHalf from "lucide-react/icons/shield-half";
import { useState } from "react";
import type { DnsPolicy } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import {
	dnsPolicyColumns,
	dnsPolicyFilters,
	dnsPolicyLink,
} from "./dns-policy-columns.tsx";
import { DnsPolicyForm } from "./dns-policy-form.tsx";

const list = (client: Client) => client.dnsPolicies.list;

/** What is filtered for whom. */
export function DnsPoliciesPage() {
	const { may } = useReeve();
	const navigate = useNavigate();
	const [isCreating, setCreating] = useState(false);
	const deletion = useDeletion();
	const create = may("dns_policies.create") ? (
		<Button variant="primary" onClick={() => setCreating(true)}>
			New DNS policy
		</Button>
	) : null;
	return (
		<Page
			title="DNS policies"
			description="Which filtering applies to which networks, endpoints and network devices."
			actions={create}
		>
			{deletion.view}
			<ResourceList
				noun="dns_policies"
				label="DNS policies"
				list={list}
				columns={dnsPolicyColumns}
				filters={dnsPolicyFilters}
				searchHint="Search name"
				rowLink={dnsPolicyLink}
				bulk={deletion.bulk}
				empty={{
					icon: <ShieldHalf aria-hidden="true" />,
					title: "No DNS policies yet",
					text: "Create one and assign it to what it should apply to.",
					action: create,
				}}
			/>
			{isCreating ? (
				<DnsPolicyForm
					onClose={() => setCreating(false)}
					onDone={(policy) => void navigate(dnsPolicyLink(policy))}
				/>
			) : null}
		</Page>
	);
}

function useDeletion() {
	return useBulkRun<DnsPolicy>({
		operation: "dns_policies.delete",
		label: "Delete",
		fits: (rows) => rows.every(({ is_default }) => !is_default),
		action: (count) => `Delete ${countOf(count, "DNS policy", "DNS policies")}`,
		doing: "Deleting DNS policies",
		warning:
			"What they were assigned to falls to the next policy that applies.",
		danger: true,
		changes: ["dns_policies"],
		call: (client, { id }, options) =>
			client.dnsPolicies.delete({ id }, options),
	});
}
