import type { Key } from "../../../../generated/client.ts";
import { Time } from "../../format/time.tsx";
import type { Column } from "../../list/list-types.ts";
import { AccessSwitch } from "./access-switch.tsx";
import { KeyStatus } from "./key-status.tsx";
import classes from "./keys.module.css";

/** What the list of keys shows of each (promise O3). */
export const keyColumns: Column<Key>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 160,
		cell: ({ name, description }) => (
			<span title={description ? `${name}\n${description}` : name}>
				{name}
				{description ? (
					<span className={classes.description}>{description}</span>
				) : null}
			</span>
		),
	},
	{
		id: "enabled",
		header: "Access",
		width: 66,
		grow: 0,
		cell: (key) => <AccessSwitch apiKey={key} />,
	},
	{
		id: "status",
		header: "Status",
		width: 116,
		cell: (key) => <KeyStatus apiKey={key} />,
	},
	{
		id: "key",
		header: "Key",
		width: 92,
		priority: 2,
		cell: ({ masked_key }) => (
			<code className={classes.key} title={masked_key}>
				{masked_key}
			</code>
		),
	},
	{
		id: "kind",
		header: "Type",
		sortable: true,
		width: 130,
		priority: 2,
		cell: ({ type }) => <span title={type}>{type}</span>,
	},
	{
		id: "created_by",
		header: "Created by",
		width: 96,
		priority: 3,
		cell: ({ created_by_name }) => created_by_name,
	},
	{
		id: "expires_at",
		header: "Expires",
		sortable: true,
		width: 118,
		priority: 2,
		cell: (key) => <Time value={key.expires_at} as="date" empty="Never" />,
	},
	{
		id: "last_used_at",
		header: "Last used",
		sortable: true,
		width: 136,
		priority: 2,
		cell: (key) => (
			<Time value={key.last_used_at} as="relative" empty="Never" />
		),
	},
];
