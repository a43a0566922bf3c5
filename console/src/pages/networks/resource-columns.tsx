import type {
	NetworkResource,
	NetworkResourcesListInput,
} from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import type { Column, Filter } from "../../list/list-types.ts";
import { groupSource } from "../groups/group-source.ts";
import { EnabledState } from "./enabled-state.tsx";

/** The types of a resource, in words. The server tells them from the address. */
export const resourceTypes: Record<NetworkResource["type"], string> = {
	host: "Host",
	subnet: "Subnet",
	domain: "Domain",
};

const GROUPS_SHOWN = 3;

export const resourceColumns: Column<NetworkResource>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 150,
		cell: ({ name }) => name,
	},
	{
		id: "address",
		header: "Address",
		sortable: true,
		width: 150,
		cell: ({ address }) => address,
	},
	{
		id: "type",
		header: "Type",
		width: 90,
		priority: 2,
		cell: ({ type }) => resourceTypes[type],
	},
	{
		id: "groups",
		header: "Groups",
		width: 150,
		priority: 2,
		cell: ({ groups }) =>
			groups.length === 0
				? "–"
				: listOf(
						groups.map(({ name }) => name),
						GROUPS_SHOWN,
					),
	},
	{
		id: "enabled",
		header: "State",
		width: 80,
		priority: 2,
		cell: ({ enabled }) => <EnabledState enabled={enabled} />,
	},
];

export const resourceFilters: Filter<NetworkResourcesListInput>[] = [
	{
		kind: "select",
		name: "type",
		label: "Type",
		options: Object.entries(resourceTypes).map(([value, label]) => ({
			value,
			label,
		})),
	},
	{ kind: "reference", name: "group_id", label: "Group", ...groupSource },
	{ kind: "boolean", name: "enabled", label: "State", yes: "On", no: "Off" },
];
