import { Link } from "@tanstack/react-router";
import Laptop from "lucide-react/icons/laptop";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { ButtonLink } from "../../kit/button-link.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import {
	endpointColumns,
	endpointFilters,
	endpointLink,
} from "./endpoint-columns.tsx";
import { useEndpointBulk } from "./use-endpoint-bulk.tsx";

const list = (client: Client) => client.endpoints.list;
const REFRESH_MS = 30_000;

/** The computers that have enrolled. */
export function EndpointsPage() {
	const { isAll, accountParam: account } = useReeve();
	const { bulk, view } = useEndpointBulk();
	const enrol = isAll ? null : (
		<ButtonLink
			variant="primary"
			render={<Link to="/a/$account/endpoints/enrol" params={{ account }} />}
		>
			Enrol a computer
		</ButtonLink>
	);
	return (
		<Page
			title="Endpoints"
			description="Computers that have joined the account."
			actions={enrol}
		>
			{view}
			<ResourceList
				noun="endpoints"
				label="Endpoints"
				list={list}
				columns={endpointColumns}
				filters={endpointFilters}
				searchHint="Search name, host or address"
				rowLink={endpointLink}
				bulk={bulk}
				refreshMs={REFRESH_MS}
				empty={{
					icon: <Laptop aria-hidden="true" />,
					title: "No endpoints yet",
					text: "A computer joins with a setup key and one command.",
					action: enrol,
				}}
			/>
		</Page>
	);
}
