import { ReferencesField } from "../../form/reference-field.tsx";
import { Checkbox } from "../../kit/checkbox.tsx";
import { FieldGroup } from "../../kit/field-group.tsx";
import { TextField } from "../../kit/text-field.tsx";
import { groupSource } from "../groups/group-source.ts";
import type { AgentGroupProps } from "./agents.tsx";

/** Addresses, names and connections. */
export function AgentNetwork({ field }: AgentGroupProps) {
	return (
		<FieldGroup level={3} title="Network">
			<TextField
				label="Address range"
				mono
				placeholder="100.64.0.0/16"
				description="Where endpoints get their addresses. Another range gives every one of them a new address."
				{...field("network_range")}
			/>
			<TextField
				label="Domain of the endpoints' names"
				optional
				mono
				placeholder="acme.internal"
				description="Empty for the server's own."
				{...field("dns_domain")}
			/>
			<ReferencesField
				label="Groups with IPv6 addresses"
				optional
				source={groupSource}
				{...field("ipv6_enabled_groups")}
			/>
			<Checkbox
				label="Routers resolve domain routes"
				description="The names behind a route are looked up where the route ends, not at the endpoint."
				{...field("routing_peer_dns_resolution_enabled")}
			/>
			<Checkbox
				label="Connect when traffic needs it"
				description="Endpoints that say nothing to each other stay unconnected. Saves power and traffic."
				{...field("lazy_connection_enabled")}
			/>
			<Checkbox
				label="Agents only"
				description="The account serves agents alone, and nothing else."
				{...field("agent_network_only")}
			/>
			<Checkbox
				label="Show the agent network"
				description="In dashboards that read these settings."
				{...field("agent_network")}
			/>
		</FieldGroup>
	);
}
