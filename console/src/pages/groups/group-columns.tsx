import type {
	GroupRow,
	GroupsListInput,
} from "../../../../generated/client.ts";
import { formatNumber } from "../../format/numbers.ts";
import { Time } from "../../format/time.tsx";
import { Badge } from "../../kit/badge.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import classes from "./groups.module.css";

export const groupColumns: Column<GroupRow>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 200,
		cell: ({ name, built_in }) => (
			<span className={classes.pair}>
				{name}
				{built_in ? <Badge>Built in</Badge> : null}
			</span>
		),
	},
	{
		id: "users",
		header: "Users",
		width: 90,
		align: "end",
		cell: ({ users_count }) => formatNumber(users_count),
	},
	{
		id: "endpoints",
		header: "Endpoints",
		width: 100,
		align: "end",
		cell: ({ endpoints_count }) => formatNumber(endpoints_count),
	},
	{
		id: "resources",
		header: "Resources",
		width: 100,
		align: "end",
		priority: 2,
		cell: ({ resources_count }) => formatNumber(resources_count),
	},
	{
		id: "created_at",
		header: "Created",
		sortable: true,
		width: 140,
		priority: 2,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];

export const groupFilters: Filter<GroupsListInput>[] = [
	{
		kind: "reference",
		name: "user_id",
		label: "User",
		noun: "users",
		find: async (client, search) => {
			const { data } = await client.users.list({
				limit: 20,
				...(search === "" ? {} : { search }),
			});
			return data.map(({ id, name, email }) => ({
				value: id,
				label: name || email,
				description: email,
			}));
		},
		named: async (client, id) => {
			try {
				const { name, email } = await client.users.get({ id });
				return name || email;
			} catch {
				// Whoever is gone keeps the number.
				return id;
			}
		},
	},
];
