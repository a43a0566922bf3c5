import { Link, Outlet, useMatchRoute } from "@tanstack/react-router";
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

const tokens = {
	label: "Tokens",
	render: <Link to="/profile/tokens" />,
};

/** Around everything about oneself. */
export function ProfilePage() {
	const { whoami, may } = useReeve();
	const shown = may("keys.list") ? [...tabs, tokens] : tabs;
	const isOfTokens = useMatchRoute()({ to: "/profile/tokens" }) !== false;
	return (
		<Page
			title="Your profile"
			description={whoami.user?.email}
			// The list of tokens says its own call.
			curl={isOfTokens ? undefined : (client) => client.whoami.get({})}
		>
			<LinkTabs label="Parts of your profile" tabs={shown} />
			<Sections>
				<Outlet />
			</Sections>
		</Page>
	);
}
