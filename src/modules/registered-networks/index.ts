import type { AnyOperation } from "../../kernel/index.ts";
import { createRegisteredNetwork } from "./create-registered-network.ts";
import { deleteRegisteredNetwork } from "./delete-registered-network.ts";
import { getRegisteredNetwork } from "./get-registered-network.ts";
import { listRegisteredNetworks } from "./list-registered-networks.ts";
import { updateRegisteredNetwork } from "./update-registered-network.ts";

export const registeredNetworkOperations: readonly AnyOperation[] = [
	listRegisteredNetworks,
	getRegisteredNetwork,
	createRegisteredNetwork,
	updateRegisteredNetwork,
	deleteRegisteredNetwork,
];
