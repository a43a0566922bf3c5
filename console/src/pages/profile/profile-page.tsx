import { Link, Outlet } from "@tanstack/react-router";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { LinkTabs } from "../../kit/link-tabs.tsx";
import { Sections } from "./sections.tsx";

const exact = { exact: true };

const tabs = [
	{
		label: "General",
		render: <Link to="/profile" activeOptions={exact} />,
	},
	{ label: "Sign-in", render: <Link to="/profile/sign-in" /> },
	{ label: "Sessions", render: <Link to="/profile/sessions" /> },
];

/** Around everything about oneself. */
export function ProfilePage() {
	const { whoami } = useReeve();
	return (
		<Page
			title="Your profile"
			description={whoami.user?.email}
			curl={(client) => client.whoami.get({})}
		>
			<LinkTabs label="Parts of your profile" tabs={tabs} />
			<Sections>
				<Outlet />
			</Sections>
		</Page>
	);
}
