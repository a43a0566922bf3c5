import type { LimitRow } from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import type { Column } from "../../list/list-types.ts";
import { BudgetMeter } from "./budget-meter.tsx";
import classes from "./limits.module.css";

/** What the list of budgets shows of each credential. */
export const limitColumns: Column<LimitRow>[] = [
	{
		id: "name",
		header: "Credential",
		sortable: true,
		width: 170,
		cell: ({ name }) => <span title={name}>{name}</span>,
	},
	{
		id: "budgets",
		header: "Budget left",
		width: 180,
		cell: ({ budgets }) => <BudgetMeter budget={budgets[0]} />,
	},
	{
		id: "kind",
		header: "Type",
		sortable: true,
		width: 130,
		priority: 3,
		cell: ({ type }) => <span title={type}>{type}</span>,
	},
	{
		id: "user",
		header: "Acts for",
		width: 130,
		priority: 2,
		cell: ({ user }) => user?.name || user?.email || "The account",
	},
	{
		id: "calls",
		header: "Calls, 24 h",
		width: 100,
		align: "end",
		priority: 2,
		cell: ({ last_day }) => formatNumber(last_day.calls),
	},
	{
		id: "refusals",
		header: "Refused, 24 h",
		width: 116,
		align: "end",
		priority: 2,
		cell: ({ last_day }) => (
			<Figure value={last_day.refusals} className={classes.refused} />
		),
	},
	{
		id: "limited",
		header: "Limited, 24 h",
		width: 116,
		align: "end",
		cell: ({ last_day }) => (
			<Figure value={last_day.limited} className={classes.limited} />
		),
	},
	{
		id: "last_used_at",
		header: "Last used",
		sortable: true,
		width: 118,
		priority: 2,
		cell: (row) => (
			<Time value={row.last_used_at} as="relative" empty="Never" />
		),
	},
];

/** A count that is worth a colour once there is one. */
function Figure({
	value,
	className,
}: {
	value: number;
	className: string | undefined;
}) {
	return (
		<span className={value > 0 ? className : undefined}>
			{formatNumber(value)}
		</span>
	);
}
