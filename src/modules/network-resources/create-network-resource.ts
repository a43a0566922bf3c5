import {
	Id,
	notFound,
	object,
	operation,
	requireFreeName,
} from "../../kernel/index.ts";
import {
	NetworkResource,
	ResourceAddressText,
	ResourceName,
	resourceExample,
	resourceFields,
} from "./network-resource.ts";
import {
	holdNetwork,
	insertResource,
	networkResources,
	setResourceGroups,
} from "./network-resource-store.ts";
import { readResourceAddress } from "./resource-address.ts";
import { requireGroups } from "./resource-rules.ts";

export const createNetworkResource = operation({
	id: "network_resources.create",
	module: "networks",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/network-resources",
	summary: "Add a host, a subnet or a domain to a network.",
	input: object({
		network_id: Id,
		...resourceFields,
		name: ResourceName,
		address: ResourceAddressText,
	}),
	output: NetworkResource,
	audit: { target: "network_resource" },
	example: {
		input: {
			network_id: resourceExample.network_id,
			name: resourceExample.name,
			address: "10.0.0.5",
			groups: ["1000042"],
		},
		output: resourceExample,
	},
	async handler(ctx, { network_id, name, address, ...rest }) {
		const read = readResourceAddress(address);
		if (!(await holdNetwork(ctx.db, ctx.account.id, network_id)))
			throw notFound("network", network_id);
		await requireFreeName(ctx, networkResources, name, null);
		await requireGroups(ctx, rest.groups);
		const { description = "", enabled = true, groups = [] } = rest;
		const id = await insertResource(ctx.db, ctx.account.id, {
			...read,
			networkId: network_id,
			name,
			description,
			enabled,
		});
		await setResourceGroups(ctx.db, ctx.account.id, id, groups);
		return networkResources.get(ctx, id);
	},
});
