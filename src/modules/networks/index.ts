import type { AnyOperation } from "../../kernel/index.ts";
import { createNetwork } from "./create-network.ts";
import { deleteNetwork } from "./delete-network.ts";
import { getNetwork } from "./get-network.ts";
import { listNetworks } from "./list-networks.ts";
import { updateNetwork } from "./update-network.ts";

export const networkOperations: readonly AnyOperation[] = [
	listNetworks,
	getNetwork,
	createNetwork,
	updateNetwork,
	deleteNetwork,
];
