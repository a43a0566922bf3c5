import { useMemo, useState } from "react";
import type {
	DnsPoliciesListIdentitiesInput,
	DnsPolicy,
	DnsPolicyRow,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { Button } from "../../kit/button.tsx";
import { Section } from "../../kit/section.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { AssignIdentities } from "./assign-identities.tsx";
import { identityKinds, identityLink } from "./dns-identity.ts";

const list = (client: Client) => client.dnsPolicies.listIdentities;

const columns: Column<DnsPolicyRow>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 180,
		cell: ({ name }) => name,
	},
	{
		id: "kind",
		header: "Kind",
		sortable: true,
		width: 150,
		cell: ({ kind }) => identityKinds[kind],
	},
	{
		id: "assigned_at",
		header: "Assigned",
		sortable: true,
		width: 130,
		priority: 2,
		cell: ({ assigned_at }) => <Time value={assigned_at} />,
	},
];

const filters: Filter<DnsPoliciesListIdentitiesInput>[] = [
	{
		kind: "select",
		name: "kind",
		label: "Kind",
		options: Object.entries(identityKinds).map(([value, label]) => ({
			value,
			label,
		})),
	},
];

/** What a policy is assigned to: assigned and unassigned here. */
export function AssignedIdentities({ policy }: { policy: DnsPolicy }) {
	const { may } = useReeve();
	const { id } = policy;
	const [isAssigning, setAssigning] = useState(false);
	const fixed = useMemo(() => ({ id }), [id]);
	const unassigning = useUnassigning(id);
	const assign = may("dns_policies.assign") ? (
		<Button onClick={() => setAssigning(true)}>Assign</Button>
	) : null;
	return (
		<Section title="Assigned to" actions={assign}>
			{unassigning.view}
			<ResourceList
				noun="dns_policies"
				label="What it is assigned to"
				list={list}
				columns={columns}
				filters={filters}
				fixed={fixed}
				searchHint="Search name"
				rowLink={identityLink}
				maxHeight={HEIGHT_MAX_PX}
				bulk={unassigning.bulk}
				empty={{
					title: "Assigned to nothing yet",
					text: "Assign it to networks, endpoints or network devices.",
				}}
			/>
			{isAssigning ? (
				<AssignIdentities policy={policy} onClose={() => setAssigning(false)} />
			) : null}
		</Section>
	);
}

const HEIGHT_MAX_PX = 480;

function useUnassigning(policyId: string) {
	return useBulkRun({
		operation: `dns_policies.unassign:${policyId}`,
		label: "Unassign",
		action: (count) =>
			`Unassign from ${countOf(count, "identity", "identities")}`,
		doing: "Unassigning",
		warning: "They fall to the next policy that applies to them.",
		danger: true,
		changes: ["dns_policies"],
		call: (client, { id }, options) =>
			client.dnsPolicies.unassign({ id: policyId, origin_id: id }, options),
	});
}
