import type { AnyOperation } from "../../kernel/index.ts";
import { deleteEndpoint } from "./delete-endpoint.ts";
import { enrollEndpoint } from "./enroll-endpoint.ts";
import { getEndpoint } from "./get-endpoint.ts";
import { getEndpointStats } from "./get-endpoint-stats.ts";
import { heartbeat } from "./heartbeat.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { updateEndpoint } from "./update-endpoint.ts";

export const endpointOperations: readonly AnyOperation[] = [
	listEndpoints,
	getEndpoint,
	updateEndpoint,
	deleteEndpoint,
	getEndpointStats,
	enrollEndpoint,
	heartbeat,
];

export { removeEndpoint, removeEndpointsOf } from "./remove-endpoints.ts";
