import {
	type GroupSummary,
	groupMinimumSchema,
	toGroupMinimum,
} from "./group-shape.ts";
import { flag, integer, listOf, oneOf, shape, text } from "./schemas.ts";

/** Networks and what is in them, as the core shows them. */
export interface Network {
	id: string;
	name: string;
	description: string;
	routers: string[];
	resources: string[];
	policies: string[];
	routing_endpoints_count: number;
}

export interface NetworkResource {
	id: string;
	network_id: string;
	name: string;
	description: string;
	type: string;
	address: string;
	enabled: boolean;
	groups: GroupSummary[];
}

export interface NetworkRouter {
	id: string;
	network_id: string;
	endpoint_id: string | null;
	groups: string[];
	metric: number;
	masquerade: boolean;
	enabled: boolean;
}

export function toWireNetwork(network: Network) {
	return {
		id: network.id,
		name: network.name,
		description: network.description,
		routers: network.routers,
		resources: network.resources,
		policies: network.policies,
		routing_peers_count: network.routing_endpoints_count,
	};
}

export function toWireResource(resource: NetworkResource) {
	const { id, type, name, description, address, enabled, groups } = resource;
	return {
		id,
		type,
		name,
		description,
		address,
		enabled,
		groups: groups.map(toGroupMinimum),
	};
}

export function toWireRouter(router: NetworkRouter) {
	return {
		id: router.id,
		peer: router.endpoint_id ?? "",
		peer_groups: router.groups,
		metric: router.metric,
		masquerade: router.masquerade,
		enabled: router.enabled,
	};
}

export const networkSchema = shape({
	id: text,
	name: text,
	description: text,
	routers: listOf(text),
	resources: listOf(text),
	policies: listOf(text),
	routing_peers_count: integer,
});

export const networkExample = {
	id: "1000060",
	name: "Office",
	description: "Servers in the basement",
	routers: ["1000062"],
	resources: ["1000061"],
	policies: [],
	routing_peers_count: 1,
};

export const resourceSchema = shape({
	id: text,
	type: oneOf("host", "subnet", "domain"),
	name: text,
	description: text,
	address: text,
	enabled: flag,
	groups: listOf(groupMinimumSchema),
});

export const resourceExample = {
	id: "1000061",
	type: "host",
	name: "File server",
	description: "",
	address: "10.0.0.5/32",
	enabled: true,
	groups: [
		{ id: "1000042", name: "Servers", peers_count: 0, resources_count: 1 },
	],
};

export const routerSchema = shape({
	id: text,
	peer: text,
	peer_groups: listOf(text),
	metric: integer,
	masquerade: flag,
	enabled: flag,
});

export const routerExample = {
	id: "1000062",
	peer: "1000051",
	peer_groups: [],
	metric: 9999,
	masquerade: true,
	enabled: true,
};
