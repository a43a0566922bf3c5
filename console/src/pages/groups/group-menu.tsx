import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import type { GroupRow } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu } from "../../kit/menu.tsx";
import { DeleteGroup } from "./delete-group.tsx";
import { EditGroup } from "./edit-group.tsx";
import { groupRights } from "./group-rights.ts";

/** What can be done to one group of a list. Nothing where one may do nothing. */
export function GroupMenu({ group }: { group: GroupRow }) {
	const { edit, remove } = groupRights(group, useReeve());
	const [open, setOpen] = useState<"edit" | "delete">();
	const close = () => setOpen(undefined);
	if (!edit && !remove) return null;
	return (
		<>
			<Menu
				trigger={
					<IconButton
						label={`More for “${group.name}”`}
						icon={<Ellipsis aria-hidden="true" />}
					/>
				}
				items={[
					edit && { label: "Edit…", onSelect: () => setOpen("edit") },
					remove && {
						label: "Delete…",
						danger: true,
						onSelect: () => setOpen("delete"),
					},
				]}
			/>
			{open === "edit" ? <EditGroup id={group.id} onClose={close} /> : null}
			<DeleteGroup group={group} isOpen={open === "delete"} onClose={close} />
		</>
	);
}
