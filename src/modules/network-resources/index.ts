import type { AnyOperation } from "../../kernel/index.ts";
import { createNetworkResource } from "./create-network-resource.ts";
import { deleteNetworkResource } from "./delete-network-resource.ts";
import { getNetworkResource } from "./get-network-resource.ts";
import { listNetworkResources } from "./list-network-resources.ts";
import { updateNetworkResource } from "./update-network-resource.ts";

export const networkResourceOperations: readonly AnyOperation[] = [
	listNetworkResources,
	getNetworkResource,
	createNetworkResource,
	updateNetworkResource,
	deleteNetworkResource,
];

export { holdNetwork, resourcesOfNetwork } from "./network-resource-store.ts";
