import { Id, object, operation } from "../../kernel/index.ts";
import {
	RegisteredNetwork,
	registeredNetworkExample,
	registeredNetworkFields,
} from "./registered-network.ts";
import {
	changeRegisteredNetwork,
	registeredNetworks,
} from "./registered-network-store.ts";
import { requireRegistrable } from "./registration-rules.ts";

export const updateRegisteredNetwork = operation({
	id: "registered_networks.update",
	module: "networks",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/registered-networks/{id}",
	summary: "Change a registered network.",
	input: object({ id: Id, ...registeredNetworkFields }),
	output: RegisteredNetwork,
	audit: { target: "registered_network" },
	example: {
		input: { id: registeredNetworkExample.id, status: "CLOSED" },
		output: { ...registeredNetworkExample, status: "CLOSED", version: 2 },
	},
	async handler(ctx, { id, ...input }) {
		const before = await registeredNetworks.getForChange(ctx, id);
		const values = {
			name: input.name ?? before.name,
			ipAddress: input.ip_address ?? before.ip_address,
			prefixLength: input.prefix_length ?? before.prefix_length,
			isDynamic: input.is_dynamic ?? before.is_dynamic,
			status: input.status ?? before.status,
		};
		const moved =
			values.ipAddress !== before.ip_address ||
			values.prefixLength !== before.prefix_length;
		await requireRegistrable(ctx, values, id, moved);
		await changeRegisteredNetwork(ctx.db, ctx.account.id, id, values);
		const after = await registeredNetworks.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
