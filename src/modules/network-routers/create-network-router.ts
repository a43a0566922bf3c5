import { Id, notFound, object, operation } from "../../kernel/index.ts";
import { holdNetwork } from "../network-resources/index.ts";
import {
	NetworkRouter,
	routerExample,
	routerFields,
} from "./network-router.ts";
import {
	insertRouter,
	networkRouters,
	setRouterGroups,
} from "./network-router-store.ts";
import { mergeRouting, requireRouting } from "./router-rules.ts";

export const createNetworkRouter = operation({
	id: "network_routers.create",
	module: "networks",
	access: "write",
	scope: "account",
	method: "POST",
	path: "/network-routers",
	summary: "Let an endpoint, or the endpoints of groups, route into a network.",
	input: object({ network_id: Id, ...routerFields }),
	output: NetworkRouter,
	audit: { target: "network_router" },
	example: {
		input: {
			network_id: routerExample.network_id,
			endpoint_id: "1000051",
		},
		output: routerExample,
	},
	async handler(ctx, { network_id, ...input }) {
		const routing = mergeRouting({ endpointId: null, groups: [] }, input);
		if (!(await holdNetwork(ctx.db, ctx.account.id, network_id)))
			throw notFound("network", network_id);
		await requireRouting(ctx, routing);
		const id = await insertRouter(ctx.db, ctx.account.id, network_id, {
			endpointId: routing.endpointId,
			metric: input.metric ?? 9999,
			masquerade: input.masquerade ?? true,
			enabled: input.enabled ?? true,
		});
		await setRouterGroups(ctx.db, ctx.account.id, id, routing.groups);
		return networkRouters.get(ctx, id);
	},
});
