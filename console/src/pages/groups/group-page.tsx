import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Group } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { Badge } from "../../kit/badge.tsx";
import { Button } from "../../kit/button.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { GroupForm } from "./group-form.tsx";
import { groupRights } from "./group-rights.ts";
import { GroupTabs } from "./group-tabs.tsx";

/** One group: who and what is in it, and which tenants it reaches. */
export function GroupPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/groups/$id" });
	return (
		<ThingPage
			noun="groups"
			what="Group"
			id={id}
			get={(client) => client.groups.get}
			list={{ to: "/a/$account/groups", label: "Groups" }}
			description={({ built_in }) => sentences[built_in ?? "none"]}
			status={({ built_in }) => (built_in ? <Badge>Built in</Badge> : null)}
			actions={(group) => <Actions group={group} />}
		>
			{(group) => <GroupTabs group={group} />}
		</ThingPage>
	);
}

const sentences = {
	none: undefined,
	all: "Holds every endpoint of the account, by itself.",
	administrators:
		"Holds the owner and the administrators, by itself. New tenants are granted to it unless somebody says otherwise.",
};

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
