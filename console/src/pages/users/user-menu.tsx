import Ellipsis from "lucide-react/icons/ellipsis";
import { useState } from "react";
import type { User } from "../../../../generated/client.ts";
import { IconButton } from "../../kit/icon-button.tsx";
import { Menu } from "../../kit/menu.tsx";
import { useUserMenu } from "./user-actions.tsx";
import { type UserDialog, UserDialogs } from "./user-dialogs.tsx";

/** What can be done to one user of a list. Nothing where one may do nothing. */
export function UserMenu({ user }: { user: User }) {
	const [open, setOpen] = useState<UserDialog>();
	const items = useUserMenu(user, setOpen);
	if (!items.some(Boolean)) return null;
	return (
		<>
			<Menu
				trigger={
					<IconButton
						label={`More for “${user.name || user.email}”`}
						icon={<Ellipsis aria-hidden="true" />}
					/>
				}
				items={items}
			/>
			<UserDialogs user={user} open={open} onClose={() => setOpen(undefined)} />
		</>
	);
}
