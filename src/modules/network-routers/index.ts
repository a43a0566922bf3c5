import type { AnyOperation } from "../../kernel/index.ts";
import { createNetworkRouter } from "./create-network-router.ts";
import { deleteNetworkRouter } from "./delete-network-router.ts";
import { getNetworkRouter } from "./get-network-router.ts";
import { listNetworkRouters } from "./list-network-routers.ts";
import { updateNetworkRouter } from "./update-network-router.ts";

export const networkRouterOperations: readonly AnyOperation[] = [
	listNetworkRouters,
	getNetworkRouter,
	createNetworkRouter,
	updateNetworkRouter,
	deleteNetworkRouter,
];

export { routersOfNetwork } from "./network-router-store.ts";
