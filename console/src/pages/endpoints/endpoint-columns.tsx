import { linkOptions } from "@tanstack/react-router";
import type {
	Endpoint,
	EndpointsListInput,
} from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { groupSource } from "../groups/group-source.ts";
import { setupKeySource } from "../setup-keys/setup-key-source.ts";
import { userSource } from "../users/user-source.ts";
import { EndpointStatus, endpointStatuses } from "./endpoint-status.tsx";
import { EndpointUser } from "./endpoint-user.tsx";

/** Where the row of an endpoint leads. */
export const endpointLink = ({
	id,
	account_id,
}: Pick<Endpoint, "id" | "account_id">) =>
	linkOptions({
		to: "/a/$account/endpoints/$id",
		params: { account: account_id, id },
	});

const GROUPS_SHOWN = 2;

export const endpointColumns: Column<Endpoint>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 170,
		cell: ({ name }) => name,
	},
	{
		id: "status",
		header: "Status",
		sortable: true,
		width: 160,
		cell: (endpoint) => <EndpointStatus endpoint={endpoint} />,
	},
	{
		id: "ip",
		header: "Address",
		sortable: true,
		width: 132,
		priority: 2,
		cell: ({ ip }) => ip ?? "–",
	},
	{
		id: "os",
		header: "System",
		sortable: true,
		width: 120,
		priority: 3,
		cell: ({ os, os_version }) =>
			[os, os_version].filter(Boolean).join(" ") || "–",
	},
	{
		id: "user",
		header: "User",
		width: 120,
		priority: 3,
		cell: (endpoint) => <EndpointUser endpoint={endpoint} />,
	},
	{
		id: "groups",
		header: "Groups",
		width: 140,
		priority: 3,
		cell: groupWords,
	},
	{
		id: "last_seen_at",
		header: "Last seen",
		sortable: true,
		width: 132,
		priority: 2,
		cell: ({ last_seen_at }) => <Time value={last_seen_at} empty="Never" />,
	},
];

/** Every endpoint is in All, so that it says nothing. */
function groupWords({ groups }: Endpoint): string {
	const names = groups.map(({ name }) => name).filter((name) => name !== "All");
	return names.length === 0 ? "–" : listOf(names, GROUPS_SHOWN);
}

export const endpointFilters: Filter<EndpointsListInput>[] = [
	{
		kind: "boolean",
		name: "connected",
		label: "Connection",
		yes: "Online",
		no: "Offline",
	},
	{
		kind: "select",
		name: "status",
		label: "Status",
		options: Object.entries(endpointStatuses).map(([value, { word }]) => ({
			value,
			label: word,
		})),
	},
	{
		kind: "boolean",
		name: "approval_required",
		label: "Approval",
		yes: "Waiting",
		no: "Given",
	},
	{ kind: "reference", name: "group_id", label: "Group", ...groupSource },
	{ kind: "reference", name: "user_id", label: "User", ...userSource },
	{
		kind: "reference",
		name: "setup_key_id",
		label: "Setup key",
		...setupKeySource,
	},
	{
		kind: "dates",
		name: "last_seen_after",
		until: "last_seen_before",
		label: "Last seen",
	},
];
