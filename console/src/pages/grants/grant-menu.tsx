import { Link } from "@tanstack/react-router";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import type { Grant } from "../../../../generated/client.ts";
import { useReeve } from "../../app/reeve.tsx";
import { useWrite } from "../../app/use-write.ts";
import { ConfirmDialog } from "../../kit/confirm-dialog.tsx";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu } from "../../kit/menu.tsx";
import { roleTitle } from "../roles/role-words.ts";
import { GrantRole } from "./grant-role.tsx";

/** What can be done to one grant of a list. */
export function GrantMenu({ grant }: { grant: Grant }) {
	const { may, accountParam: account } = useReeve();
	const [open, setOpen] = useState<"role" | "end">();
	const close = () => setOpen(undefined);
	const { group_id, tenant_id, group_name, tenant_name } = grant;
	return (
		<>
			<Menu
				trigger={
					<IconButton
						label={`More for ${group_name} in ${tenant_name}`}
						icon={<Ellipsis aria-hidden="true" />}
					/>
				}
				items={[
					may("grants.update") && {
						label: "Change role…",
						onSelect: () => setOpen("role"),
					},
					{
						label: "Open group",
						render: (
							<Link
								to="/a/$account/groups/$id"
								params={{ account, id: group_id }}
							/>
						),
					},
					{
						label: "Open tenant",
						render: (
							<Link
								to="/a/$account/tenants/$id"
								params={{ account, id: tenant_id }}
							/>
						),
					},
					may("grants.delete") && "separator",
					may("grants.delete") && {
						label: "End…",
						danger: true,
						onSelect: () => setOpen("end"),
					},
				]}
			/>
			{open === "role" ? <GrantRole grant={grant} onClose={close} /> : null}
			<EndGrant grant={grant} isOpen={open === "end"} onClose={close} />
		</>
	);
}

function EndGrant({
	grant: { id, group_name, tenant_name, role },
	isOpen,
	onClose,
}: {
	grant: Grant;
	isOpen: boolean;
	onClose: () => void;
}) {
	const write = useWrite({
		call: ({ client }) => client.grants.delete({ id }),
		changes: ["grants", "reach", "tenants", "audit"],
		done: `${group_name} no longer reaches ${tenant_name}`,
		quiet: true,
	});
	return (
		<ConfirmDialog
			open={isOpen}
			onClose={onClose}
			title={`Keep ${group_name} out of ${tenant_name}?`}
			action="End grant"
			onConfirm={() => write.mutateAsync(undefined)}
		>
			Everybody who works there as {roleTitle(role)} through this group alone
			loses the tenant at once, and so do their keys.
		</ConfirmDialog>
	);
}
