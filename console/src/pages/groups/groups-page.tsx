import { linkOptions, useNavigate } from "@tanstack/react-router";
import Waypoints from "lucide-react/icons/waypoints";
import { useCallback, useState } from "react";
import type { GroupRow } from "../../../../generated/client.ts";
import type { Client } from "../../app/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { countOf } from "../../format/plurals.ts";
import { Button } from "../../kit/button.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { useBulkRun } from "../../list/use-bulk-run.tsx";
import { groupColumns, groupFilters } from "./group-columns.tsx";
import { GroupForm } from "./group-form.tsx";
import { GroupMenu } from "./group-menu.tsx";

const list = (client: Client) => client.groups.list;

export const groupLink = ({
	id,
	account_id,
}: Pick<GroupRow, "id" | "account_id">) =>
	linkOptions({
		to: "/a/$account/groups/$id",
		params: { account: account_id, id },
	});

/** The groups of an account: of people, of endpoints, of resources. */
export function GroupsPage() {
	const { isAll, may } = useReeve();
	const [isCreating, setCreating] = useState(false);
	const deletion = useDeletion();
	const rowActions = useCallback(
		(group: GroupRow) => <GroupMenu group={group} />,
		[],
	);
	const create = may("groups.create") ? (
		<Button variant="primary" onClick={() => setCreating(true)}>
			New group
		</Button>
	) : null;
	return (
		<Page
			title="Groups"
			description="Policies name groups of endpoints and resources; grants name groups of people."
			actions={create}
		>
			{deletion.view}
			<ResourceList
				noun="groups"
				label="Groups"
				list={list}
				columns={groupColumns}
				filters={groupFilters}
				searchHint="Search name"
				rowLink={groupLink}
				rowActions={isAll || !may("groups.update") ? undefined : rowActions}
				bulk={deletion.bulk}
				empty={{
					icon: <Waypoints aria-hidden="true" />,
					title: "No groups yet",
					text: "A group gathers what is treated alike.",
					action: create,
				}}
			/>
			{isCreating ? <NewGroup onClose={() => setCreating(false)} /> : null}
		</Page>
	);
}

function NewGroup({ onClose }: { onClose: () => void }) {
	const navigate = useNavigate();
	return (
		<GroupForm
			onClose={onClose}
			onDone={(group) => void navigate(groupLink(group))}
		/>
	);
}

function useDeletion() {
	return useBulkRun({
		operation: "groups.delete",
		label: "Delete",
		action: (count) => `Delete ${countOf(count, "group")}`,
		doing: "Deleting groups",
		warning:
			"A group that something refers to stays, and so do built-in ones; you will see which and why.",
		danger: true,
		changes: ["groups"],
		call: (client, { id }, options) => client.groups.delete({ id }, options),
	});
}
