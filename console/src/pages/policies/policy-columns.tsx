import { linkOptions } from "@tanstack/react-router";
import type {
	PoliciesListInput,
	Policy,
} from "../../../../generated/client.ts";
import { countOf } from "../../format/plurals.ts";
import { Time } from "../../format/time.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { groupSource } from "../groups/group-source.ts";
import { EnabledState } from "../networks/enabled-state.tsx";
import { RuleSummary } from "./rule-summary.tsx";

/** Where the row of a policy leads. */
export const policyLink = ({ id, account_id }: Policy) =>
	linkOptions({
		to: "/a/$account/policies/$id",
		params: { account: account_id, id },
	});

export const policyColumns: Column<Policy>[] = [
	{
		id: "name",
		header: "Name",
		sortable: true,
		width: 160,
		cell: ({ name }) => name,
	},
	{
		id: "enabled",
		header: "State",
		width: 70,
		cell: ({ enabled }) => <EnabledState enabled={enabled} />,
	},
	{
		id: "rules",
		header: "What it says",
		width: 420,
		priority: 2,
		cell: (policy) => <Says policy={policy} />,
	},
	{
		id: "created_at",
		header: "Created",
		sortable: true,
		width: 120,
		priority: 3,
		cell: ({ created_at }) => <Time value={created_at} />,
	},
];

function Says({ policy: { rules, account_id } }: { policy: Policy }) {
	const [first, ...others] = rules;
	if (!first) return "Nothing: it has no rules";
	return (
		<>
			<RuleSummary rule={first} account={account_id} />
			{others.length > 0
				? `, and ${countOf(others.length, "more rule")}`
				: null}
		</>
	);
}

export const policyFilters: Filter<PoliciesListInput>[] = [
	{ kind: "boolean", name: "enabled", label: "State", yes: "On", no: "Off" },
	{ kind: "reference", name: "group_id", label: "Group", ...groupSource },
];
