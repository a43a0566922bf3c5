import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Network } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { useTab } from "../../app/use-tab.ts";
import { countOf } from "../../format/plurals.ts";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { Tabs } from "../../kit/tabs.tsx";
import { NetworkFacts } from "./network-facts.tsx";
import { NetworkForm } from "./network-form.tsx";
import { NetworkPolicies } from "./network-policies.tsx";
import { NetworkResources } from "./network-resources.tsx";
import { NetworkRouters } from "./network-routers.tsx";

/** One network with what is in it and what leads there. */
export function NetworkPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({ from: "/signed-in/a/$account/networks/$id" });
	const query = useQuery({
		queryKey: [accountParam, "networks", id],
		queryFn: ({ signal }) => client.networks.get({ id }, { signal }),
	});
	const network = query.data;
	const title = network?.name ?? "Network";
	const list = (
		<Link to="/a/$account/networks" params={{ account: accountParam }} />
	);
	return (
		<Page
			title={title}
			description={network?.description}
			back={
				<Breadcrumbs
					items={[{ label: "Networks", render: list }, { label: title }]}
				/>
			}
			curl={(asked) => asked.networks.get({ id })}
			actions={network ? <Actions network={network} /> : null}
		>
			<Loaded query={query}>{(loaded) => <Parts network={loaded} />}</Loaded>
		</Page>
	);
}

function Parts({ network }: { network: Network }) {
	const [tab, setTab] = useTab([
		"resources",
		"routers",
		"policies",
		"about",
	] as const);
	return (
		<Tabs
			label="Parts of the network"
			value={tab}
			onChange={setTab}
			tabs={[
				{
					value: "resources",
					label: "Resources",
					count: network.resources.length,
					content: <NetworkResources network={network} />,
				},
				{
					value: "routers",
					label: "Routers",
					count: network.routers.length,
					content: <NetworkRouters network={network} />,
				},
				{
					value: "policies",
					label: "Policies",
					count: network.policies.length,
					content: <NetworkPolicies network={network} />,
				},
				{
					value: "about",
					label: "About",
					content: <NetworkFacts network={network} />,
				},
			]}
		/>
	);
}

function Actions({ network }: { network: Network }) {
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id, name, resources, routers } = network;
	return (
		<>
			<DeleteButton
				operation="networks.delete"
				what="network"
				name={name}
				call={(client) => client.networks.delete({ id })}
				changes={[
					"networks",
					"network_resources",
					"network_routers",
					"policies",
				]}
				leave={() =>
					navigate({ to: "/a/$account/networks", params: { account } })
				}
				typeToConfirm={resources.length > 0}
			>
				It takes {countOf(resources.length, "resource")} and{" "}
				{countOf(routers.length, "router")} along. Nobody reaches what is in it
				any more.
			</DeleteButton>
			{may("networks.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			{isEditing ? (
				<NetworkForm network={network} onClose={() => setEditing(false)} />
			) : null}
		</>
	);
}
