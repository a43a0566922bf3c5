import {
	checkVersion,
	Id,
	notFound,
	object,
	operation,
} from "../../kernel/index.ts";
import {
	NetworkResource,
	resourceExample,
	resourceFields,
} from "./network-resource.ts";
import {
	changeResource,
	findResource,
	lockResource,
	setResourceGroups,
} from "./network-resource-store.ts";
import { readResourceAddress } from "./resource-address.ts";
import { requireFreeName, requireGroups } from "./resource-rules.ts";

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
		const row = await lockResource(ctx.db, ctx.account.id, id);
		if (!row) throw notFound("network resource", id);
		checkVersion(ctx, row);
		const read = address === undefined ? {} : readResourceAddress(address);
		await requireFreeName(ctx, fields.name, id);
		await requireGroups(ctx, groups);
		const before = await findResource(ctx.db, ctx.account.id, id);
		await changeResource(ctx.db, ctx.account.id, id, { ...fields, ...read });
		if (groups) await setResourceGroups(ctx.db, ctx.account.id, id, groups);
		const after = (await findResource(
			ctx.db,
			ctx.account.id,
			id,
		)) as NetworkResource;
		ctx.audit({ before, after });
		return after;
	},
});
