import { useMemo, useState } from "react";
import type { Network, NetworkResource } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import classes from "./networks.module.css";
import { resourceColumns, resourceFilters } from "./resource-columns.tsx";
import { ResourceForm } from "./resource-form.tsx";

const list = (client: Client) => client.networkResources.list;

/** What can be reached in a network: made, changed and deleted here. */
export function NetworkResources({ network }: { network: Network }) {
	const { may } = useReeve();
	const { id } = network;
	const [open, setOpen] = useState<NetworkResource | "new">();
	const fixed = useMemo(() => ({ network_id: id }), [id]);
	const deletion = useDeletion();
	const create = may("network_resources.create") ? (
		<Button onClick={() => setOpen("new")}>Add a resource</Button>
	) : null;
	return (
		<div className={classes.part}>
			<div className={classes.bar}>
				<p>Hosts, subnets and domains that endpoints can reach.</p>
				{create}
			</div>
			{deletion.view}
			<ResourceList
				noun="network_resources"
				label="Resources"
				list={list}
				columns={resourceColumns}
				filters={resourceFilters}
				fixed={fixed}
				searchHint="Search name or address"
				onOpen={may("network_resources.update") ? setOpen : undefined}
				bulk={deletion.bulk}
				empty={{
					title: "Nothing can be reached yet",
					text: "Add a host, a subnet or a domain of this network.",
					action: create,
				}}
			/>
			{open ? (
				<ResourceForm
					networkId={id}
					resource={open === "new" ? undefined : open}
					onClose={() => setOpen(undefined)}
				/>
			) : null}
		</div>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "network_resources.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "resource")}`,
		doing: "Deleting resources",
		warning:
			"Nobody reaches them any more. One that a policy names by itself stays; you will see which.",
		danger: true,
		changes: ["network_resources", "networks", "groups"],
		call: (client, { id }, options) =>
			client.networkResources.delete({ id }, options),
	});
}
