import { useParams } from "@tanstack/react-router";
import type { RegisteredNetwork } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { EditButton } from "../../app/edit-button.tsx";
import { ThingPage } from "../../app/thing-page.tsx";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AppliedPolicies } from "../dns-policies/applied-policies.tsx";
import { RegisteredState, rangeOf, VerifiedBadge } from "./network-state.tsx";
import { RegisteredNetworkForm } from "./registered-network-form.tsx";

/** One registered network. */
export function RegisteredNetworkPage() {
	const { id } = useParams({
		from: "/signed-in/a/$account/registered-networks/$id",
	});
	return (
		<ThingPage
			noun="registered_networks"
			what="Registered network"
			id={id}
			get={(client) => client.registeredNetworks.get}
			list={{
				to: "/a/$account/registered-networks",
				label: "Registered networks",
			}}
			status={(network) => <VerifiedBadge network={network} />}
			actions={(network) => <Actions network={network} />}
		>
			{(network) => (
				<>
					<Facts network={network} />
					<AppliedPolicies originId={id} />
					<ObjectHistory type="registered_network" id={id} />
				</>
			)}
		</ThingPage>
	);
}

function Facts({ network }: { network: RegisteredNetwork }) {
	const { id, is_verified: isVerified, is_dynamic: isDynamic } = network;
	const range = rangeOf(network);
	return (
		<Card>
			<KeyValueList
				items={[
					{ label: "State", value: <RegisteredState network={network} /> },
					{ label: "Range", value: range, copy: range || undefined },
					{
						label: "Verified",
						value: isVerified
							? "It lies within the account's verified ranges"
							: "It does not lie within a verified range of the account",
					},
					{
						label: "Address",
						value: isDynamic ? "Changes by itself" : "Fixed",
					},
					{ label: "Number", value: id, copy: id },
					{ label: "Registered", value: <Time value={network.created_at} /> },
					{ label: "Changed", value: <Time value={network.updated_at} /> },
				]}
			/>
		</Card>
	);
}

function Actions({ network }: { network: RegisteredNetwork }) {
	const { id, name } = network;
	return (
		<>
			<DeleteButton
				operation="registered_networks.delete"
				what="registered network"
				name={name}
				call={(client) => client.registeredNetworks.delete({ id })}
				changes={["registered_networks", "dns_policies"]}
				list="/a/$account/registered-networks"
			>
				Its DNS traffic belongs to nobody any more.
			</DeleteButton>
			<EditButton operation="registered_networks.update">
				{(close) => <RegisteredNetworkForm network={network} onClose={close} />}
			</EditButton>
		</>
	);
}
