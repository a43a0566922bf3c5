import { linkOptions } from "@tanstack/react-router";
import type {
	SetupKey,
	SetupKeysListInput,
} from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { groupSource } from "../groups/group-source.ts";
import {
	SetupKeyState,
	setupKeyStates,
	setupKeyTypes,
	usesOf,
} from "./setup-key-state.tsx";

/** Where the row of a setup key leads. */
export const setupKeyLink = ({ id, account_id }: SetupKey) =>
	linkOptions({
		to: "/a/$account/setup-keys/$id",
		params: { account: account_id, id },
	});

export const setupKeyColumns: Column<SetupKey>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 170,
		cell: ({ name }) => name,
	},
	{
		id: "state",
		header: "State",
		width: 110,
		cell: (key) => <SetupKeyState setupKey={key} />,
	},
	{
		id: "masked_key",
		header: "Key",
		width: 120,
		priority: 3,
		cell: ({ masked_key }) => <code>{masked_key}</code>,
	},
	{
		id: "type",
		header: "Type",
		width: 125,
		priority: 3,
		cell: ({ type }) => setupKeyTypes[type],
	},
	{
		id: "used_times",
		header: "Used",
		sortable: true,
		width: 90,
		align: "end",
		priority: 2,
		cell: usesOf,
	},
	{
		id: "groups",
		header: "Groups",
		width: 100,
		priority: 3,
		cell: ({ groups }) =>
			groups.length === 0 ? "–" : countOf(groups.length, "group"),
	},
	{
		id: "expires_at",
		header: "Expires",
		sortable: true,
		width: 130,
		priority: 2,
		cell: ({ expires_at }) => <Time value={expires_at} empty="Never" />,
	},
	{
		id: "last_used_at",
		header: "Last used",
		sortable: true,
		width: 132,
		priority: 3,
		cell: ({ last_used_at }) => <Time value={last_used_at} empty="Never" />,
	},
];

export const setupKeyFilters: Filter<SetupKeysListInput>[] = [
	{
		kind: "select",
		name: "state",
		label: "State",
		options: Object.entries(setupKeyStates).map(([value, { word }]) => ({
			value,
			label: word,
		})),
	},
	{
		kind: "select",
		name: "type",
		label: "Type",
		options: Object.entries(setupKeyTypes).map(([value, label]) => ({
			value,
			label,
		})),
	},
	{ kind: "reference", name: "group_id", label: "Group", ...groupSource },
	{
		kind: "dates",
		name: "expires_after",
		until: "expires_before",
		label: "Expires",
	},
];
