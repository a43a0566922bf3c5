import { Link, Outlet } from "@tanstack/react-router";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { LinkTabs } from "../../kit/link-tabs.tsx";
import { Sections } from "../profile/sections.tsx";
import { ChooseAccount } from "./choose-account.tsx";

/** Around the settings of one account. */
export function SettingsPage() {
	const { account, accountParam, isAll } = useReeve();
	if (isAll) return <ChooseAccount />;
	return (
		<Page
			title="Settings"
			description={`Of ${account.name}.`}
			curl={(client) => client.accounts.get({})}
		>
			<LinkTabs label="Parts of the settings" tabs={tabsOf(accountParam)} />
			<Sections>
				<Outlet />
			</Sections>
		</Page>
	);
}

function tabsOf(account: string) {
	const params = { account };
	return [
		{
			label: "Organization",
			render: (
				<Link
					to="/a/$account/settings"
					params={params}
					activeOptions={{ exact: true }}
				/>
			),
		},
		{
			label: "Sign-in",
			render: <Link to="/a/$account/settings/sign-in" params={params} />,
		},
		{
			label: "Agents",
			render: <Link to="/a/$account/settings/agents" params={params} />,
		},
	];
}
