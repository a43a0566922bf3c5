import Waypoints from "lucide-react/icons/waypoints";
import { type ReactNode, useCallback, useMemo, useState } from "react";
import type { Grant, GrantsListInput } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import type { Column, Filter } from "../../list/list-types.ts";
import { ResourceList } from "../../list/resource-list.tsx";
import {
	grantColumns,
	grantFilters,
	groupColumn,
	tenantColumn,
} from "./grant-columns.tsx";
import { GrantMenu } from "./grant-menu.tsx";
import { GrantRole } from "./grant-role.tsx";
import { useGrantsEnd } from "./use-grants-end.tsx";

const list = (client: Client) => client.grants.list;

export interface GrantsListProps {
	/** Those of one group or one tenant; all without it. */
	of?: { group_id: string } | { tenant_id: string } | undefined;
	searchHint?: string | undefined;
	maxHeight?: number | undefined;
	/** The button that makes the first one. */
	action?: ReactNode;
	emptyText: string;
}

/** Grants, to change and to end: all of a provider, or those of one group or tenant. */
export function GrantsList(props: GrantsListProps) {
	const { of } = props;
	const { may } = useReeve();
	const [changed, setChanged] = useState<Grant>();
	const ending = useGrantsEnd();
	const key = JSON.stringify(of);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for what it says.
	const { columns, filters, fixed } = useMemo(() => viewOf(of), [key]);
	const rowActions = useCallback(
		(grant: Grant) => <GrantMenu grant={grant} />,
		[],
	);
	return (
		<>
			{ending.view}
			<ResourceList
				noun="grants"
				label="Grants"
				list={list}
				columns={columns}
				filters={filters}
				fixed={fixed}
				searchHint={props.searchHint}
				maxHeight={props.maxHeight}
				onOpen={may("grants.update") ? setChanged : undefined}
				rowActions={rowActions}
				bulk={ending.bulk}
				empty={{
					icon: <Waypoints aria-hidden="true" />,
					title: "No grants yet",
					text: props.emptyText,
					action: props.action,
				}}
			/>
			{changed ? (
				<GrantRole grant={changed} onClose={() => setChanged(undefined)} />
			) : null}
		</>
	);
}

function viewOf(of: GrantsListProps["of"]): {
	columns: Column<Grant>[];
	filters: Filter<GrantsListInput>[];
	fixed: Partial<GrantsListInput> | undefined;
} {
	if (of === undefined)
		return {
			columns: [groupColumn, tenantColumn, ...grantColumns],
			filters: grantFilters,
			fixed: undefined,
		};
	const one = "group_id" in of ? tenantColumn : groupColumn;
	return { columns: [one, ...grantColumns], filters: [], fixed: of };
}
