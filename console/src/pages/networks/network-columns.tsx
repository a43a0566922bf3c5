import { linkOptions } from "@tanstack/react-router";
import type { Network } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import type { Column } from "../../list/list-types.ts";

/** Where the row of a network leads. */
export const networkLink = ({ id, account_id }: Network) =>
	linkOptions({
		to: "/a/$account/networks/$id",
		params: { account: account_id, id },
	});

export const networkColumns: Column<Network>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 170,
		cell: ({ name }) => name,
	},
	{
		id: "description",
		header: "Description",
		width: 180,
		priority: 3,
		cell: ({ description }) => description || "–",
	},
	{
		id: "resources",
		header: "Resources",
		width: 100,
		align: "end",
		priority: 2,
		cell: ({ resources }) => formatNumber(resources.length),
	},
	{
		id: "routers",
		header: "Routers",
		width: 90,
		align: "end",
		priority: 2,
		cell: ({ routers }) => formatNumber(routers.length),
	},
	{
		id: "policies",
		header: "Policies",
		width: 90,
		align: "end",
		priority: 2,
		cell: ({ policies }) => formatNumber(policies.length),
	},
	{
		id: "created_at",
		header: "Created",
		sortable: true,
		width: 130,
		priority: 3,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];
