import { Id, object, operation } from "../../kernel/index.ts";
import {
	NetworkRouter,
	routerExample,
	routerFields,
} from "./network-router.ts";
import {
	changeRouter,
	networkRouters,
	setRouterGroups,
} from "./network-router-store.ts";
import { mergeRouting, requireRouting } from "./router-rules.ts";

export const updateNetworkRouter = operation({
	id: "network_routers.update",
	module: "networks",
	access: "write",
	scope: "account",
	method: "PATCH",
	path: "/network-routers/{id}",
	summary: "Change a network router.",
	description:
		"Fields left out stay as they are. Naming an endpoint ends the use of groups, and the other way round.",
	input: object({ id: Id, ...routerFields }),
	output: NetworkRouter,
	audit: { target: "network_router" },
	example: {
		input: { id: routerExample.id, metric: 100 },
		output: { ...routerExample, metric: 100, version: 2 },
	},
	async handler(ctx, { id, ...input }) {
		const before = await networkRouters.getForChange(ctx, id);
		const former = { endpointId: before.endpoint_id, groups: before.groups };
		const routing = mergeRouting(former, input);
		await requireRouting(ctx, routing);
		await changeRouter(ctx.db, ctx.account.id, id, {
			endpointId: routing.endpointId,
			metric: input.metric ?? before.metric,
			masquerade: input.masquerade ?? before.masquerade,
			enabled: input.enabled ?? before.enabled,
		});
		await setRouterGroups(ctx.db, ctx.account.id, id, routing.groups);
		const after = await networkRouters.get(ctx, id);
		ctx.audit({ before, after });
		return after;
	},
});
