import { linkOptions, useNavigate } from "@tanstack/react-router";
import MapPin from "lucide-react/icons/map-pin";
import { useState } from "react";
import type { Region } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { formatNumber } from "../../format/numbers.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import { Button } from "../../kit/button.tsx";
import type { Column } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { RegionForm } from "./region-form.tsx";

const list = (client: Client) => client.regions.list;

const columns: Column<Region>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 180,
		cell: ({ name }) => name,
	},
	{
		id: "description",
		header: "Description",
		width: 220,
		priority: 2,
		cell: ({ description }) => description,
	},
	{
		id: "probes",
		header: "Probes",
		width: 90,
		align: "end",
		cell: (region) => formatNumber(region.probes_count),
	},
	{
		id: "devices",
		header: "Devices",
		width: 90,
		align: "end",
		cell: (region) => formatNumber(region.devices_count),
	},
	{
		id: "created_at",
		header: "Created",
		sortable: true,
		width: 140,
		priority: 3,
		cell: (region) => <Time value={region.created_at} />,
	},
];

const rowLink = ({ id, account_id }: Region) =>
	linkOptions({
		to: "/a/$account/regions/$id",
		params: { account: account_id, id },
	});

/** The regions of an account: where its probes stand. */
export function RegionsPage() {
	const { may } = useReeve();
	const [isCreating, setCreating] = useState(false);
	const deletion = useDeletion();
	const create = may("regions.create") ? (
		<Button variant="primary" onClick={() => setCreating(true)}>
			New region
		</Button>
	) : null;
	return (
		<Page
			title="Regions"
			description="Places that probes and devices belong to, such as a city or a data centre."
			actions={create}
		>
			{deletion.view}
			<ResourceList
				noun="regions"
				label="Regions"
				list={list}
				columns={columns}
				searchHint="Search name or description"
				rowLink={rowLink}
				bulk={deletion.bulk}
				empty={{
					icon: <MapPin aria-hidden="true" />,
					title: "No regions yet",
					text: "A region gathers the probes and devices of one place.",
					action: create,
				}}
			/>
			{isCreating ? <NewRegion onClose={() => setCreating(false)} /> : null}
		</Page>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "regions.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "region")}`,
		doing: "Deleting regions",
		warning:
			"A region that still holds probes or devices stays; you will see which.",
		danger: true,
		changes: ["regions"],
		call: (client, { id }, options) => client.regions.delete({ id }, options),
	});
}

function NewRegion({ onClose }: { onClose: () => void }) {
	const navigate = useNavigate();
	return (
		<RegionForm
			onClose={onClose}
			onDone={(region) => void navigate(rowLink(region))}
		/>
	);
}
