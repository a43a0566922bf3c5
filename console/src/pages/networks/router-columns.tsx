import { useQuery } from "@tanstack/react-query";
import type {
	NetworkRouter,
	NetworkRoutersListInput,
} from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { endpointSource } from "../endpoints/endpoint-source.ts";
import { GroupNames } from "../groups/group-names.tsx";
import { EnabledState } from "./enabled-state.tsx";

export const routerColumns: Column<NetworkRouter>[] = [
	{
		id: "who",
		header: "Routed by",
		width: 190,
		cell: (router) => <RoutedBy router={router} />,
	},
	{
		id: "metric",
		header: "Metric",
		sortable: true,
		width: 90,
		align: "end",
		cell: ({ metric }) => metric,
	},
	{
		id: "masquerade",
		header: "Traffic leaves as",
		width: 150,
		priority: 2,
		cell: ({ masquerade }) => (masquerade ? "The router" : "Its sender"),
	},
	{
		id: "enabled",
		header: "State",
		width: 80,
		priority: 2,
		cell: ({ enabled }) => <EnabledState enabled={enabled} />,
	},
];

export const routerFilters: Filter<NetworkRoutersListInput>[] = [
	{
		kind: "reference",
		name: "endpoint_id",
		label: "Endpoint",
		...endpointSource,
	},
	{ kind: "boolean", name: "enabled", label: "State", yes: "On", no: "Off" },
];

/** The endpoint that routes, or the groups whose endpoints do. */
function RoutedBy({ router }: { router: NetworkRouter }) {
	const { client, accountParam, may } = useReeve();
	const { endpoint_id: id, groups } = router;
	const { data } = useQuery({
		queryKey: [accountParam, "endpoints", "name", id],
		queryFn: () => endpointSource.named(client, id as string),
		enabled: id !== null && may("endpoints.get"),
	});
	if (id !== null) return data ?? id;
	return (
		<>
			Endpoints of <GroupNames ids={groups} />
		</>
	);
}
