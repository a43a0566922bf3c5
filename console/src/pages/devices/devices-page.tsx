import { useNavigate } from "@tanstack/react-router";
import Router from "lucide-react/icons/router";
import { useMemo, useState } from "react";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { deviceColumns, deviceLink } from "./device-columns.tsx";
import { deviceFilters } from "./device-filters.ts";
import { DeviceForm } from "./device-form.tsx";
import { useCategories } from "./use-categories.ts";
import { useDeviceBulk } from "./use-device-bulk.tsx";

const list = (client: Client) => client.devices.list;

/** What is watched, and how it is. */
export function DevicesPage() {
	const { may } = useReeve();
	const navigate = useNavigate();
	const [isAdding, setAdding] = useState(false);
	const categories = useCategories();
	const filters = useMemo(() => deviceFilters(categories), [categories]);
	const { bulk, view } = useDeviceBulk();
	const add = may("devices.create") ? (
		<Button variant="primary" onClick={() => setAdding(true)}>
			Add a device
		</Button>
	) : null;
	return (
		<Page
			title="Devices"
			description="What probes watch, and network devices that registered themselves."
			actions={add}
		>
			{view}
			<ResourceList
				noun="devices"
				label="Devices"
				list={list}
				columns={deviceColumns}
				filters={filters}
				searchHint="Search name, address or serial"
				rowLink={deviceLink}
				bulk={bulk}
				empty={{
					icon: <Router aria-hidden="true" />,
					title: "No devices yet",
					text: "Add what should be watched by its address, or a network device by its serial number.",
					action: add,
				}}
			/>
			{isAdding ? (
				<DeviceForm
					onClose={() => setAdding(false)}
					onDone={(device) => void navigate(deviceLink(device))}
				/>
			) : null}
		</Page>
	);
}
