import { Link } from "@tanstack/react-router";
import { useReeve } from "../../app/reeve.tsx";
import { LinkTabs } from "../../kit/link-tabs.tsx";

/** The people that there are, and those who were asked to come. */
export function UsersTabs() {
	const { accountParam: account, may } = useReeve();
	if (!may("user_invites.list")) return null;
	return (
		<LinkTabs
			label="Users"
			tabs={[
				{
					label: "People",
					render: <Link to="/a/$account/users" params={{ account }} />,
				},
				{
					label: "Invitations",
					render: <Link to="/a/$account/invitations" params={{ account }} />,
				},
			]}
		/>
	);
}
