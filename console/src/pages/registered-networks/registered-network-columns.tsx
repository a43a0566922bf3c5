import { linkOptions } from "@tanstack/react-router";
import type {
	RegisteredNetwork,
	RegisteredNetworksListInput,
} from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import {
	RegisteredState,
	rangeOf,
	registeredStatuses,
	VerifiedBadge,
} from "./network-state.tsx";

/** Where the row of a registered network leads. */
export const registeredNetworkLink = ({ id, account_id }: RegisteredNetwork) =>
	linkOptions({
		to: "/a/$account/registered-networks/$id",
		params: { account: account_id, id },
	});

export const registeredNetworkColumns: Column<RegisteredNetwork>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 160,
		cell: ({ name }) => name,
	},
	{
		id: "ip_address",
		header: "Range",
		sortable: true,
		width: 150,
		cell: (network) => rangeOf(network) || "–",
	},
	{
		id: "status",
		header: "State",
		width: 90,
		priority: 2,
		cell: (network) => <RegisteredState network={network} />,
	},
	{
		id: "is_verified",
		header: "Verified",
		width: 120,
		priority: 2,
		cell: (network) => <VerifiedBadge network={network} />,
	},
	{
		id: "is_dynamic",
		header: "Address",
		width: 110,
		priority: 3,
		cell: ({ is_dynamic }) => (is_dynamic ? "Changes" : "Fixed"),
	},
	{
		id: "created_at",
		header: "Registered",
		sortable: true,
		width: 130,
		priority: 3,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];

export const registeredNetworkFilters: Filter<RegisteredNetworksListInput>[] = [
	{
		kind: "select",
		name: "status",
		label: "State",
		options: Object.entries(registeredStatuses).map(([value, label]) => ({
			value,
			label,
		})),
	},
	{
		kind: "boolean",
		name: "is_dynamic",
		label: "Address",
		yes: "Changes",
		no: "Fixed",
	},
];
