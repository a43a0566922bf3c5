import { Link } from "@tanstack/react-router";
import type { Endpoint } from "../../../../generated/client.ts";
import { listOf } from "../../format/lists.ts";
import { Time } from "../../format/time.tsx";
import { Card } from "../../kit/card.tsx";
import { FieldRow } from "../../kit/field-row.tsx";
import { KeyValueList } from "../../kit/key-value-list.tsx";
import { GroupLinks } from "../groups/group-links.tsx";
import { EndpointStatus, endpointMeaning } from "./endpoint-status.tsx";
import { EndpointUser } from "./endpoint-user.tsx";

/** What is known about an endpoint. */
export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
	return (
		<>
			<Card level={2} title="State">
				<KeyValueList
					items={[
						{ label: "Status", value: <EndpointStatus endpoint={endpoint} /> },
						{ label: "That means", value: endpointMeaning(endpoint) },
						{
							label: "Last seen",
							value: <Time value={endpoint.last_seen_at} empty="Never" />,
						},
						{ label: "User", value: <EndpointUser endpoint={endpoint} /> },
						{
							label: "Groups",
							value: (
								<GroupLinks
									groups={endpoint.groups}
									account={endpoint.account_id}
								/>
							),
						},
						{
							label: "Enrolled with",
							value: <SetupKeyOf endpoint={endpoint} />,
						},
						{ label: "Enrolled", value: <Time value={endpoint.created_at} /> },
					]}
				/>
			</Card>
			<FieldRow>
				<Addresses endpoint={endpoint} />
				<Machine endpoint={endpoint} />
			</FieldRow>
		</>
	);
}

function SetupKeyOf({ endpoint }: { endpoint: Endpoint }) {
	const { account_id: account, setup_key_id: id } = endpoint;
	if (id === null) return "A user's login";
	return (
		<Link to="/a/$account/setup-keys/$id" params={{ account, id }}>
			Its setup key
		</Link>
	);
}

function Addresses({ endpoint }: { endpoint: Endpoint }) {
	const { ip, dns_label: label, extra_dns_labels: further } = endpoint;
	return (
		<Card level={2} title="Addresses">
			<KeyValueList
				items={[
					{ label: "Address", value: ip, copy: ip ?? undefined },
					{ label: "DNS name", value: label, copy: label },
					further.length > 0 && { label: "Also", value: listOf(further) },
					{ label: "Connects from", value: endpoint.connection_ip },
					{
						label: "Place",
						value: [endpoint.city_name, endpoint.country_code]
							.filter(Boolean)
							.join(", "),
					},
					{
						label: "Remote shells",
						value: endpoint.ssh_enabled ? "Allowed" : "Not allowed",
					},
				]}
			/>
		</Card>
	);
}

function Machine({ endpoint }: { endpoint: Endpoint }) {
	const { id, device_id: deviceId, os, os_version: osVersion } = endpoint;
	return (
		<Card level={2} title="Machine">
			<KeyValueList
				items={[
					{ label: "Host name", value: endpoint.hostname },
					{ label: "System", value: [os, osVersion].filter(Boolean).join(" ") },
					{ label: "Kernel", value: endpoint.kernel_version },
					{ label: "Agent", value: endpoint.agent_version },
					{ label: "Serial number", value: endpoint.serial_number },
					{ label: "Device id", value: deviceId, copy: deviceId },
					{ label: "Number", value: id, copy: id },
				]}
			/>
		</Card>
	);
}
