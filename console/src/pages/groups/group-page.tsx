import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Group } from "../../../../generated/client.ts";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { ErrorState } from "../../kit/error-state.tsx";
import { SkeletonLines } from "../../kit/skeleton.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { GroupForm } from "./group-form.tsx";
import { groupRights } from "./group-rights.ts";
import { GroupTabs } from "./group-tabs.tsx";

/** One group: who and what is in it, and which tenants it reaches. */
export function GroupPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/groups/$id" });
	const query = useQuery({
		queryKey: [accountParam, "groups", id],
		queryFn: ({ signal }) => client.groups.get({ id }, { signal }),
	});
	const group = query.data;
	return (
		<Page
			title={group?.name ?? "Group"}
			description={group ? sentences[group.built_in ?? "none"] : undefined}
			status={group?.built_in ? <Badge>Built in</Badge> : null}
			back={<WayBack name={group?.name ?? id} />}
			curl={(asked) => asked.groups.get({ id })}
			actions={group ? <Actions group={group} /> : null}
		>
			{query.isPending ? <SkeletonLines lines={6} /> : null}
			{query.isError ? (
				<ErrorState
					error={query.error}
					onRetry={() => void query.refetch()}
					retrying={query.isFetching}
				/>
			) : null}
			{group ? <GroupTabs group={group} /> : null}
		</Page>
	);
}

const sentences = {
	none: undefined,
	all: "Holds every endpoint of the account, by itself.",
	administrators:
		"Holds the owner and the administrators, by itself. New tenants are granted to it unless somebody says otherwise.",
};

function WayBack({ name }: { name: string }) {
	const { accountParam: account } = useReeve();
	return (
		<Breadcrumbs
			items={[
				{
					label: "Groups",
					render: <Link to="/a/$account/groups" params={{ account }} />,
				},
				{ label: name },
			]}
		/>
	);
}

function Actions({ group }: { group: Group }) {
	const { edit, remove } = groupRights(group, useReeve());
	const [open, setOpen] = useState<"edit" | "delete">();
	const navigate = useNavigate();
	const close = () => setOpen(undefined);
	return (
		<>
			{remove ? (
				<Button variant="dangerQuiet" onClick={() => setOpen("delete")}>
					Delete
				</Button>
			) : null}
			{edit ? <Button onClick={() => setOpen("edit")}>Edit</Button> : null}
			{open === "edit" ? <GroupForm group={group} onClose={close} /> : null}
			<DeleteGroup
				group={group}
				isOpen={open === "delete"}
				onClose={close}
				leave={() =>
					navigate({
						to: "/a/$account/groups",
						params: { account: group.account_id },
					})
				}
			/>
		</>
	);
}
