import { useNavigate, useSearch } from "@tanstack/react-router";
import Users from "lucide-react/icons/users";
import { useMemo } from "react";
import type { Group } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { oneOf, type SearchParams } from "../../app/search-params.ts";
import { type Tab, Tabs } from "../../kit/tabs.tsx";
import { ResourceList } from "../../list/resource-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { personColumns, userLink } from "../users/user-columns.tsx";
import { listUsers } from "../users/user-filters.ts";
import { GroupTenants } from "./group-tenants.tsx";
import { MemberList } from "./member-list.tsx";

type TabName = "users" | "endpoints" | "resources" | "tenants" | "history";

/** What a group gathers and where it reaches, one at a time; which one stands in the URL. */
export function GroupTabs({ group }: { group: Group }) {
	const { tab } = useSearch({ strict: false }) as SearchParams;
	const navigate = useNavigate();
	const tabs = useTabs(group);
	const chosen = tabs.find(({ value }) => value === oneOf(tab)) ?? tabs[0];
	return (
		<Tabs
			label={group.name}
			value={chosen?.value ?? "users"}
			onChange={(value) =>
				void navigate({
					to: ".",
					// What was searched in one list means nothing in the next.
					search: { tab: value } as never,
					replace: true,
					resetScroll: false,
				})
			}
			tabs={tabs}
		/>
	);
}

function useTabs(group: Group): Tab<TabName>[] {
	const { account, may } = useReeve();
	const { users, endpoints, resources } = group;
	const tabs: (Tab<TabName> | false)[] = [
		may("users.list") && {
			value: "users",
			label: "Users",
			count: users.length,
			content: <GroupUsers group={group} />,
		},
		{
			value: "endpoints",
			label: "Endpoints",
			count: endpoints.length,
			content: <MemberList kind="endpoints" group={group} />,
		},
		{
			value: "resources",
			label: "Resources",
			count: resources.length,
			content: <MemberList kind="resources" group={group} />,
		},
		account.kind === "provider" &&
			may("grants.list") && {
				value: "tenants",
				label: "Tenants",
				content: <GroupTenants group={group} />,
			},
		may("audit.list") && {
			value: "history",
			label: "History",
			content: <ObjectHistory type="group" id={group.id} />,
		},
	];
	return tabs.filter((tab) => tab !== false);
}

function GroupUsers({ group: { id } }: { group: Group }) {
	const fixed = useMemo(() => ({ group_id: id }), [id]);
	return (
		<ResourceList
			noun="users"
			label="Users of the group"
			list={listUsers}
			columns={personColumns}
			fixed={fixed}
			searchHint="Search name or e-mail"
			rowLink={userLink}
			maxHeight={480}
			empty={{
				icon: <Users aria-hidden="true" />,
				title: "No users in it",
				text: "Edit the group to put some in.",
			}}
		/>
	);
}
