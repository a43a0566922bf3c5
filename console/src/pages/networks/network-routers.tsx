import { useMemo, useState } from "react";
import type { Network, NetworkRouter } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import classes from "./networks.module.css";
import { routerColumns, routerFilters } from "./router-columns.tsx";
import { RouterForm } from "./router-form.tsx";

const list = (client: Client) => client.networkRouters.list;

/** What leads into a network: made, changed and deleted here. */
export function NetworkRouters({ network }: { network: Network }) {
	const { may } = useReeve();
	const { id } = network;
	const [open, setOpen] = useState<NetworkRouter | "new">();
	const fixed = useMemo(() => ({ network_id: id }), [id]);
	const deletion = useDeletion();
	const create = may("network_routers.create") ? (
		<Button onClick={() => setOpen("new")}>Add a router</Button>
	) : null;
	return (
		<div className={classes.part}>
			<div className={classes.bar}>
				<p>Endpoints in the network that pass traffic on to it.</p>
				{create}
			</div>
			{deletion.view}
			<ResourceList
				noun="network_routers"
				label="Routers"
				list={list}
				columns={routerColumns}
				filters={routerFilters}
				fixed={fixed}
				onOpen={may("network_routers.update") ? setOpen : undefined}
				bulk={deletion.bulk}
				empty={{
					title: "Nothing routes into it yet",
					text: "Name an endpoint that stands in the network, or a group of them.",
					action: create,
				}}
			/>
			{open ? (
				<RouterForm
					networkId={id}
					router={open === "new" ? undefined : open}
					onClose={() => setOpen(undefined)}
				/>
			) : null}
		</div>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "network_routers.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "router")}`,
		doing: "Deleting routers",
		warning: "What they alone route to cannot be reached any more.",
		danger: true,
		changes: ["network_routers", "networks"],
		call: (client, { id }, options) =>
			client.networkRouters.delete({ id }, options),
	});
}
