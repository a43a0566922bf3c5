import type { AnyOperation } from "../../kernel/index.ts";

export const endpointOperations: readonly AnyOperation[] = [];

export { removeEndpoint, removeEndpointsOf } from "./remove-endpoints.ts";
