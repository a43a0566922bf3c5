import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { RegisteredNetwork } from "../../../../generated/client.ts";
import { DeleteButton } from "../../app/delete-button.tsx";
import { Loaded } from "../../app/loaded.tsx";
import { Page } from "../../app/page.tsx";
import { useReeve } from "../../app/reeve.tsx";
import { Time } from "../../format/time.tsx";
import { Breadcrumbs } from "../../kit/breadcrumbs.tsx";
import { Button } from "../../kit/button.tsx";
import { Card } from "../../kit/card.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { ObjectHistory } from "../audit/object-history.tsx";
import { AppliedPolicies } from "../dns-policies/applied-policies.tsx";
import { RegisteredState, rangeOf, VerifiedBadge } from "./network-state.tsx";
import { RegisteredNetworkForm } from "./registered-network-form.tsx";

/** One registered network. */
export function RegisteredNetworkPage() {
	const { client, accountParam } = useReeve();
	const { id } = useParams({
		from: "/signed-in/a/$account/registered-networks/$id",
	});
	const query = useQuery({
		queryKey: [accountParam, "registered_networks", id],
		queryFn: ({ signal }) => client.registeredNetworks.get({ id }, { signal }),
	});
	const network = query.data;
	const title = network?.name ?? "Registered network";
	const list = (
		<Link
			to="/a/$account/registered-networks"
			params={{ account: accountParam }}
		/>
	);
	return (
		<Page
			title={title}
			back={
				<Breadcrumbs
					items={[
						{ label: "Registered networks", render: list },
						{ label: title },
					]}
				/>
			}
			status={network ? <VerifiedBadge network={network} /> : null}
			curl={(asked) => asked.registeredNetworks.get({ id })}
			actions={network ? <Actions network={network} /> : null}
		>
			<Loaded query={query}>
				{(loaded) => (
					<>
						<Facts network={loaded} />
						<AppliedPolicies originId={id} />
						<ObjectHistory type="registered_network" id={id} />
					</>
				)}
			</Loaded>
		</Page>
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
	const { may, accountParam: account } = useReeve();
	const navigate = useNavigate();
	const [isEditing, setEditing] = useState(false);
	const { id, name } = network;
	return (
		<>
			<DeleteButton
				operation="registered_networks.delete"
				what="registered network"
				name={name}
				call={(client) => client.registeredNetworks.delete({ id })}
				changes={["registered_networks", "dns_policies"]}
				leave={() =>
					navigate({
						to: "/a/$account/registered-networks",
						params: { account },
					})
				}
			>
				Its DNS traffic belongs to nobody any more.
			</DeleteButton>
			{may("registered_networks.update") ? (
				<Button onClick={() => setEditing(true)}>Edit</Button>
			) : null}
			{isEditing ? (
				<RegisteredNetworkForm
					network={network}
					onClose={() => setEditing(false)}
				/>
			) : null}
		</>
	);
}
