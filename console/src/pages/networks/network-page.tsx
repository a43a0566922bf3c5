import { useParams } from "@tanstack/react-router";
import type { Network } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { useTab } from "../../app/use-tab.ts";
import { countOf } from "../../format/plurals.ts";
import { Tabs } from "../../kit/tabs.tsx";
import { NetworkFacts } from "./network-facts.tsx";
import { NetworkForm } from "./network-form.tsx";
import { NetworkPolicies } from "./network-policies.tsx";
import { NetworkResources } from "./network-resources.tsx";
import { NetworkRouters } from "./network-routers.tsx";

/** One network with what is in it and what leads there. */
export function NetworkPage() {
	const { id } = useParams({ from: "/signed-in/a/$account/networks/$id" });
	return (
		<ThingPage
			noun="networks"
			what="Network"
			id={id}
			get={(client) => client.networks.get}
			list={{ to: "/a/$account/networks", label: "Networks" }}
			description={({ description }) => description}
			actions={(network) => <Actions network={network} />}
		>
			{(network) => <Parts network={network} />}
		</ThingPage>
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
				list="/a/$account/networks"
				typeToConfirm={resources.length > 0}
			>
				It takes {countOf(resources.length, "resource")} and{" "}
				{countOf(routers.length, "router")} along. Nobody reaches what is in it
				any more.
			</DeleteButton>
			<EditButton operation="networks.update">
				{(close) => <NetworkForm network={network} onClose={close} />}
			</EditButton>
		</>
	);
}
