import { useNavigate } from "@tanstack/react-router";
import Globe from "lucide-react/icons/globe";
import { useState } from "react";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import {
	registeredNetworkColumns,
	registeredNetworkFilters,
	registeredNetworkLink,
} from "./registered-network-columns.tsx";
import { RegisteredNetworkForm } from "./registered-network-form.tsx";

const list = (client: Client) => client.registeredNetworks.list;

/** The public networks whose DNS traffic belongs to an account. */
export function RegisteredNetworksPage() {
	const { may } = useReeve();
	const navigate = useNavigate();
	const [isCreating, setCreating] = useState(false);
	const deletion = useDeletion();
	const create = may("registered_networks.create") ? (
		<Button variant="primary" onClick={() => setCreating(true)}>
			Register a network
		</Button>
	) : null;
	return (
		<Page
			title="Registered networks"
			description="Public addresses whose DNS traffic counts as the account's."
			actions={create}
		>
			{deletion.view}
			<ResourceList
				noun="registered_networks"
				label="Registered networks"
				list={list}
				columns={registeredNetworkColumns}
				filters={registeredNetworkFilters}
				searchHint="Search name or address"
				rowLink={registeredNetworkLink}
				bulk={deletion.bulk}
				empty={{
					icon: <Globe aria-hidden="true" />,
					title: "No networks registered yet",
					text: "Register the public address of an office, so that DNS policies apply there.",
					action: create,
				}}
			/>
			{isCreating ? (
				<RegisteredNetworkForm
					onClose={() => setCreating(false)}
					onDone={(network) => void navigate(registeredNetworkLink(network))}
				/>
			) : null}
		</Page>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "registered_networks.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "registered network")}`,
		doing: "Deleting registered networks",
		warning: "Their DNS traffic belongs to nobody any more.",
		danger: true,
		changes: ["registered_networks", "dns_policies"],
		call: (client, { id }, options) =>
			client.registeredNetworks.delete({ id }, options),
	});
}
