import { useNavigate } from "@tanstack/react-router";
import NetworkIcon from "lucide-react/icons/network";
import { useState } from "react";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { networkColumns, networkLink } from "./network-columns.tsx";
import { NetworkForm } from "./network-form.tsx";

const list = (client: Client) => client.networks.list;

/** The networks that endpoints reach through routers. */
export function NetworksPage() {
	const { may } = useReeve();
	const navigate = useNavigate();
	const [isCreating, setCreating] = useState(false);
	const deletion = useDeletion();
	const create = may("networks.create") ? (
		<Button variant="primary" onClick={() => setCreating(true)}>
			New network
		</Button>
	) : null;
	return (
		<Page
			title="Networks"
			description="Places behind a router, such as an office, whose hosts and subnets endpoints can reach."
			actions={create}
		>
			{deletion.view}
			<ResourceList
				noun="networks"
				label="Networks"
				list={list}
				columns={networkColumns}
				searchHint="Search name or description"
				rowLink={networkLink}
				bulk={deletion.bulk}
				empty={{
					icon: <NetworkIcon aria-hidden="true" />,
					title: "No networks yet",
					text: "Create one, say what is in it, and which endpoint routes into it.",
					action: create,
				}}
			/>
			{isCreating ? (
				<NetworkForm
					onClose={() => setCreating(false)}
					onDone={(network) => void navigate(networkLink(network))}
				/>
			) : null}
		</Page>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "networks.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "network")}`,
		doing: "Deleting networks",
		warning:
			"Their resources and routers go with them, and nobody reaches what is in them any more.",
		danger: true,
		changes: ["networks", "network_resources", "network_routers", "policies"],
		call: (client, { id }, options) => client.networks.delete({ id }, options),
	});
}
