import { linkOptions } from "@tanstack/react-router";
import type {
	DnsPoliciesListInput,
	DnsPolicy,
} from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import type { Column, Filter } from "../../list/list-types.ts";

/** Where the row of a DNS policy leads. */
export const dnsPolicyLink = ({
	id,
	account_id,
}: Pick<DnsPolicy, "id" | "account_id">) =>
	linkOptions({
		to: "/a/$account/dns-policies/$id",
		params: { account: account_id, id },
	});

/** The types of a policy, in words. */
export const dnsPolicyTypes: Record<DnsPolicy["type"], string> = {
	dns: "DNS",
	web: "Web",
};

export const dnsPolicyColumns: Column<DnsPolicy>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 180,
		cell: ({ name }) => name,
	},
	{
		id: "is_default",
		header: "Applies to",
		width: 150,
		cell: ({ is_default, identities_count }) =>
			is_default ? (
				<Badge>Everything else</Badge>
			) : (
				`${formatNumber(identities_count)} assigned`
			),
	},
	{
		id: "type",
		header: "Type",
		width: 70,
		priority: 2,
		cell: ({ type }) => dnsPolicyTypes[type],
	},
	{
		id: "priority",
		header: "Priority",
		sortable: true,
		width: 90,
		align: "end",
		priority: 2,
		cell: ({ priority }) => priority,
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

export const dnsPolicyFilters: Filter<DnsPoliciesListInput>[] = [
	{
		kind: "select",
		name: "type",
		label: "Type",
		options: Object.entries(dnsPolicyTypes).map(([value, label]) => ({
			value,
			label,
		})),
	},
];
