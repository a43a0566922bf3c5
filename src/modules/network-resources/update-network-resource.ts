import { Id, object, operation, requireFreeName } from "../../kernel/index.ts";
import {
	NetworkResource,
	resourceExample,
	resourceFields,
} from "./network-resource.ts";
import {
	changeResource,
	networkResources,
	setResourceGroups,
} from "./network-resource-store.ts";
import { readResourceAddress } from "./resource-address.ts";
import { requireGroups } from "./resource-rules.ts";

export const updateNetworkResource = operation({
	id: "network_resources.update",
	module: "networks",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/network-resources/{id}",
	summary: "Change a network resource.",
	description:
		"Fields left out stay as they are; a list of groups replaces the one before.",
	input: object({ id: Id, ...resourceFields }),
	output: NetworkResource,
	audit: { target: "network_resource" },
	example: {
		input: { id: resourceExample.id, enabled: false },
		output: { ...resourceExample, enabled: false, version: 2 },
	},
	async handler(ctx, { id, address, groups, ...fields }) {
		const before = await networkResources.getForChange(ctx, id);
		const read = address === undefined ? {} : readResourceAddress(address);
		await requireFreeName(ctx, networkResources, fields.name, id);
		await requireGroups(ctx, groups);
		await changeResource(ctx.db, ctx.account.id, id, { ...fields, ...read });
		if (groups) await setResourceGroups(ctx.db, ctx.account.id, id, groups);
		const after = await networkResources.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
