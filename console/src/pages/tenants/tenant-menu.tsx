import { Link } from "@tanstack/react-router";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import type { Tenant } from "../../../../generated/client.ts";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu } from "../../kit/menu.tsx";
import { useTenantMenu } from "./tenant-actions.tsx";
import { type TenantDialog, TenantDialogs } from "./tenant-dialogs.tsx";
import { hasJoined } from "./tenant-status.tsx";

/** What can be done to one tenant of a list. */
export function TenantMenu({ tenant }: { tenant: Tenant }) {
	const [open, setOpen] = useState<TenantDialog>();
	const items = useTenantMenu(tenant, setOpen);
	const goIn = hasJoined(tenant) && {
		label: "Go into this tenant",
		render: <Link to="/a/$account" params={{ account: tenant.id }} />,
	};
	if (!goIn && !items.some(Boolean)) return null;
	return (
		<>
			<Menu
				trigger={
					<IconButton
						label={`More for “${tenant.name}”`}
						icon={<Ellipsis aria-hidden="true" />}
					/>
				}
				items={[goIn, ...items]}
			/>
			<TenantDialogs
				tenant={tenant}
				open={open}
				onClose={() => setOpen(undefined)}
			/>
		</>
	);
}
