import { linkOptions } from "@tanstack/react-router";
import type {
	CallOptions,
	TenantRow,
	TenantsListInput,
} from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { AlarmCounts } from "./alarms.tsx";
import { TenantStatus, tenantStatuses } from "./tenant-status.tsx";

/** The list, with what each tenant holds. */
export const listTenants =
	({ tenants }: Client) =>
	(input: TenantsListInput, options?: CallOptions) =>
		tenants.list({ ...input, counts: true }, options);

export const tenantLink = ({
	id,
	account_id,
}: Pick<TenantRow, "id" | "account_id">) =>
	linkOptions({
		to: "/a/$account/tenants/$id",
		params: { account: account_id, id },
	});

export const tenantColumns: Column<TenantRow>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 160,
		cell: ({ name }) => name,
	},
	{
		id: "status",
		header: "Status",
		sortable: true,
		width: 132,
		grow: 0,
		cell: ({ status }) => <TenantStatus status={status} />,
	},
	{
		id: "alarms",
		header: "Alarms",
		width: 132,
		cell: ({ counts }) =>
			counts ? <AlarmCounts alarms={counts.alarms} max={1} /> : "–",
	},
	{
		id: "devices",
		header: "Devices",
		width: 80,
		grow: 0,
		align: "end",
		priority: 2,
		cell: ({ counts }) => (counts ? formatNumber(counts.devices) : "–"),
	},
	{
		id: "endpoints",
		header: "Endpoints",
		width: 96,
		grow: 0,
		align: "end",
		priority: 2,
		cell: ({ counts }) =>
			counts ? (
				<span title={`${formatNumber(counts.endpoints_online)} online`}>
					{formatNumber(counts.endpoints)}
				</span>
			) : (
				"–"
			),
	},
	{
		id: "seats",
		header: "Seats",
		sortable: true,
		width: 76,
		grow: 0,
		align: "end",
		priority: 2,
		cell: ({ seats }) => formatNumber(seats),
	},
	{
		id: "domain",
		header: "Domain",
		sortable: true,
		width: 118,
		priority: 3,
		cell: ({ domain }) => domain || "–",
	},
	{
		id: "activity",
		header: "Last activity",
		width: 132,
		priority: 3,
		cell: ({ counts }) => (
			<Time value={counts?.last_activity_at} empty="None" />
		),
	},
];

export const tenantFilters: Filter<TenantsListInput>[] = [
	{
		kind: "select",
		name: "status",
		label: "Status",
		options: Object.entries(tenantStatuses).map(([value, { word }]) => ({
			value,
			label: word,
		})),
	},
];
