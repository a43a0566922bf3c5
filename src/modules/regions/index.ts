import type { AnyOperation } from "../../kernel/index.ts";
import { createRegion } from "./create-region.ts";
import { deleteRegion } from "./delete-region.ts";
import { getRegion } from "./get-region.ts";
import { listRegions } from "./list-regions.ts";
import { updateRegion } from "./update-region.ts";

export const regionOperations: readonly AnyOperation[] = [
	listRegions,
	getRegion,
	createRegion,
	updateRegion,
	deleteRegion,
];

export { regions } from "./region-store.ts";
